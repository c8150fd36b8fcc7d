create schema if not exists guard;

-- A row stays for ever, so that no login id is ever given twice (AC-01).
create table guard.account (
  account_id text primary key,
  facility_id text not null,
  login_id text not null unique,
  roles text[] not null,
  profession text not null,
  state text not null check (state in ('ISSUED', 'ACTIVE', 'DEACTIVATED')),
  must_change_password boolean not null,
  must_pledge boolean not null,
  sealed_name bytea not null
);
create index on guard.account (facility_id);

-- Apart from guard.account, which can be written anew from the events: a credential is in no event.
create table guard.credential (
  account_id text primary key,
  password_hash text not null,
  password_since timestamptz not null,
  one_time_until timestamptz,
  one_time_used_at timestamptz,
  previous_hashes text[] not null default '{}'
);

create table guard.session (
  session text primary key,
  account_id text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  address text not null
);
create index on guard.session (account_id) where ended_at is null;

-- Keys are keyed hashes: a password typed into the wrong field must not be readable here.
create table guard.sign_in_throttle (
  key text primary key,
  failed_at timestamptz[] not null,
  level integer not null,
  blocked_until timestamptz not null,
  last_at timestamptz not null
);
create index on guard.sign_in_throttle (last_at);

create table guard.sign_in_key (
  only_row boolean primary key default true check (only_row),
  sealed bytea not null
);
