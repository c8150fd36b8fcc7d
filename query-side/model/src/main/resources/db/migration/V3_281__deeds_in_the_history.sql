-- Who changed what, with all that a line of the access history says: both are one history to an auditor.
-- The rows are made anew from the events at the next start.
drop table view.deed;
create table view.deed (
  position bigint primary key,
  event_id text not null,
  at timestamptz not null,
  account_id text not null,
  facility_id text not null,
  patient_id text not null,
  aggregate_id text not null,
  sequence bigint not null,
  action text not null,
  kind text not null,
  profession text not null,
  roles text[] not null,
  session text not null,
  address text not null,
  factors text not null,
  documents text[] not null,
  attachment_id text not null,
  object_id text not null,
  consent_id text not null,
  grant_id text not null,
  group_id text not null,
  right_used text not null,
  break_glass_id text not null,
  grounded boolean not null
);
create index deed_time on view.deed (at, position);
create index deed_account on view.deed (account_id, at, position) where account_id <> '';
create index deed_facility on view.deed (facility_id, at, position) where facility_id <> '';
create index deed_patient on view.deed (patient_id, at, position) where patient_id <> '';
create index deed_emergency on view.deed (at, position) where break_glass_id <> '';
create index deed_aggregate on view.deed (aggregate_id, position) where aggregate_id <> '';

create table view.deed_document (
  document_id text not null,
  at timestamptz not null,
  position bigint not null,
  primary key (document_id, at, position)
);

insert into store.rebuild (processing_group, started_at) values ('deeds', now())
  on conflict do nothing;
