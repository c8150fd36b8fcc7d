-- What became of the sharing of a patient's record, step by step (PT-10).
create table view.sharing_step (
  event_id text primary key,
  patient_id text not null,
  at timestamptz not null,
  kind text not null,
  account_id text not null,
  channel text not null,
  end_reason text not null,
  sealed_requester bytea
);
create index sharing_step_patient on view.sharing_step (patient_id);
