-- 削除の申し出 (第16条2); whoever asked stays sealed under the patient's key.
create table view.deletion_request (
  request_id text primary key,
  patient_id text not null,
  facility_id text not null,
  state text not null check (state in ('OPEN', 'TAKEN_BACK', 'EXECUTED')),
  scope text not null,
  documents integer not null,
  from_day date,
  to_day date,
  channel text not null,
  identity_check text not null,
  sealed_requester bytea not null,
  requested_on date not null,
  due_on date not null,
  received_by text not null,
  received_at timestamptz not null,
  done_by text not null default '',
  done_at timestamptz
);
create index deletion_request_patient on view.deletion_request (patient_id);
create index deletion_request_facility on view.deletion_request (facility_id);

create table view.legal_hold (
  hold_id text primary key,
  patient_id text not null,
  until date not null,
  sealed_reason bytea not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_at timestamptz
);
create index hold_of_patient on view.legal_hold (patient_id);

-- What certificates say (DL-07): numbers, people and ids, nothing of what was destroyed.
create table view.erasure (
  record_id text primary key,
  ground text not null check (ground in ('REQUEST', 'DISPOSAL', 'PURGE')),
  facility_id text not null,
  patients text[] not null,
  complete boolean not null,
  erased_patients integer not null,
  articles integer not null,
  forms integer not null,
  files integer not null,
  drafts integer not null,
  keys integer not null,
  requested_by text not null,
  executed_by text not null,
  executed_at timestamptz not null,
  event_id text not null
);
create index erasure_at on view.erasure (executed_at desc);
