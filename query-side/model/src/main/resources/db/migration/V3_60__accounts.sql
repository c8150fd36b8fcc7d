-- 利用者. Names are clear: colleagues look each other up, and an auditor reads who did something years
-- ago, so a row stays when the account ends. Keys are made by jp.tsunagaru.japanese.SearchKey.
create table view.account (
  account_id text primary key,
  facility_id text not null,
  login_id text not null,
  roles text[] not null,
  profession text not null,
  family text not null,
  given text not null,
  family_kana text not null,
  given_kana text not null,
  name text not null,
  kana text not null,
  name_key text not null,
  kana_key text not null,
  must_change_password boolean not null,
  must_pledge boolean not null,
  issued_at timestamptz not null,
  deactivated_at timestamptz
);
create index account_facility on view.account (facility_id);

create table view.sign_in (
  event_id text primary key,
  account_id text not null,
  at timestamptz not null,
  succeeded boolean not null,
  address text not null
);
create index sign_in_account on view.sign_in (account_id, at desc);
