-- Where in the access history to look: the history itself stays in the event store and is read there.
create table view.access_log (
  position bigint primary key,
  event_id text not null,
  at timestamptz not null,
  account_id text not null,
  facility_id text not null,
  patient_id text not null,
  action text not null,
  result text not null
);
create index access_log_patient on view.access_log (patient_id, at) where patient_id <> '';
create index access_log_account on view.access_log (account_id, at) where account_id <> '';
create index access_log_facility on view.access_log (facility_id, at) where facility_id <> '';

-- Grounds of accesses: who let somebody in, and when the patient agreed (第15条, 第16条).
create table view.audit_grant (
  grant_id text primary key,
  patient_id text not null,
  group_id text not null,
  granted_by text not null,
  granted_at timestamptz not null
);
create table view.audit_consent (
  consent_id text primary key,
  patient_id text not null,
  consented_on date not null
);
