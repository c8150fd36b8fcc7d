-- Who changed what, beside the reads: ids and the names of events only.
create table view.deed (
  event_id text primary key,
  at timestamptz not null,
  account_id text not null,
  facility_id text not null,
  aggregate_id text not null,
  patient_id text not null,
  event text not null
);
create index deed_account on view.deed (account_id, at);
create index deed_aggregate on view.deed (aggregate_id, at);
