-- Security incidents (第28条). What was written stays sealed; here are times, kinds and who.
create table view.incident (
  incident_id text primary key,
  kind text not null,
  reporter_id text not null,
  facility_id text not null,
  on_behalf boolean not null,
  reported_at timestamptz not null,
  found_at timestamptz not null,
  occurred_at timestamptz,
  patients text[] not null,
  documents text[] not null,
  sealed_content bytea not null,
  received_at timestamptz,
  instructed_at timestamptz,
  city_at timestamptz,
  measured_at timestamptz,
  council_at timestamptz,
  study_at timestamptz,
  study_answered_at timestamptz,
  estimate_at timestamptz,
  decided_at timestamptz,
  breach_at timestamptz,
  aware_at timestamptz,
  reasons text[] not null default '{}',
  encrypted boolean not null default false,
  persons integer not null default 0,
  reportable boolean not null default false,
  preliminary_from date,
  preliminary_to date,
  final_to date,
  preliminary_at timestamptz,
  final_at timestamptz,
  closed_at timestamptz
);
create index incident_reporter on view.incident (reporter_id);
create index incident_facility on view.incident (facility_id);

create table view.incident_step (
  event_id text primary key,
  incident_id text not null,
  number bigint not null,
  kind text not null,
  at timestamptz not null,
  account_id text not null,
  facility_id text not null,
  code text not null,
  amount bigint not null,
  on_day date,
  linked_event text not null,
  sealed bytea not null
);
create index incident_step_incident on view.incident_step (incident_id, number);
