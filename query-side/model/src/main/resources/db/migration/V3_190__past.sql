-- What stood when. Nothing of what was said: sealed contents stay where they are and go with their keys.
create table view.past_document (
  document_id text not null,
  patient_id text not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  state text not null check (state in ('CONFIRMED', 'DELETED', 'PURGED')),
  version bigint not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  author_id text not null,
  scope text not null,
  primary key (document_id, since, state, version)
);
create index past_document_page
  on view.past_document (patient_id, occurred_on desc, recorded_at desc, document_id desc)
  where state = 'CONFIRMED';

create table view.past_membership (
  grant_id text not null,
  patient_id text not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  account_id text,
  group_id text,
  team_role text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (grant_id, since)
);
create index past_membership_patient on view.past_membership (patient_id);

create table view.past_group (
  group_id text not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  name text not null,
  members text[] not null,
  primary key (group_id, since)
);
