create schema if not exists guard;

create table guard.document (
  document_id text primary key,
  patient_id text not null,
  author_id text not null,
  facility_id text not null,
  profession text not null,
  state text not null check (state in ('CONFIRMED', 'DELETED', 'PURGED')),
  version bigint not null,
  scope text not null check (scope in ('TEAM', 'SELECTED', 'PROFESSIONS')),
  visible_accounts text[] not null default '{}',
  visible_groups text[] not null default '{}',
  visible_professions text[] not null default '{}',
  purge_requested_by text
);
create index on guard.document (patient_id);

-- What somebody is writing, for its author alone; sealed under the key of the document to be.
create table guard.draft (
  account_id text not null,
  document_id text not null,
  patient_id text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (account_id, document_id)
);
create index on guard.draft (document_id);
create index on guard.draft (account_id, patient_id, saved_at desc);
