-- The access history as rows, so that a page of it is read without the store. Nothing personal stands here:
-- ids, codes and keyed hashes only.
alter table view.access_log
  add column kind text not null default '',
  add column profession text not null default '',
  add column roles text[] not null default '{}',
  add column session text not null default '',
  add column address text not null default '',
  add column factors text not null default '',
  add column documents text[] not null default '{}',
  add column attachment_id text not null default '',
  add column results integer not null default -1,
  add column consent_id text not null default '',
  add column grant_id text not null default '',
  add column group_id text not null default '',
  add column right_used text not null default '',
  add column break_glass_id text not null default '',
  add column purpose text not null default '',
  add column term_hash text not null default '',
  add column grounded boolean not null default false;

-- Pages go on at (at, position), so the last page costs what the first does.
drop index view.access_log_patient;
drop index view.access_log_account;
drop index view.access_log_facility;
create index access_log_patient on view.access_log (patient_id, at, position) where patient_id <> '';
create index access_log_account on view.access_log (account_id, at, position) where account_id <> '';
create index access_log_facility on view.access_log (facility_id, at, position);
create index access_log_time on view.access_log (at, position);
create index access_log_refused on view.access_log (at, position) where result <> 'ALLOWED';
create index access_log_emergency on view.access_log (at, position) where break_glass_id <> '';

create table view.access_log_document (
  document_id text not null,
  at timestamptz not null,
  position bigint not null,
  primary key (document_id, at, position)
);

-- Keyed hashes of names since when: equal names can be told, none can be read.
create table view.audit_name (
  subject_id text not null,
  since timestamptz not null,
  surname text not null,
  terms text[] not null,
  primary key (subject_id, since)
);
create index audit_name_terms on view.audit_name using gin (terms);
