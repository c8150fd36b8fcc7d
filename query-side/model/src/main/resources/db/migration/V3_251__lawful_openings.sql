-- A withdrawn record displayed to one user on a lawful ground (§8.3 Q3). What was written about it stays sealed.
create table view.lawful_opening (
  opening_id text primary key,
  patient_id text not null,
  account_id text not null,
  ground text not null,
  sealed_explanation bytea not null,
  days integer not null,
  requested_by text not null,
  requested_at timestamptz not null,
  approved_by text not null default '',
  opened_at timestamptz,
  ends_at timestamptz,
  closed_at timestamptz
);
create index lawful_opening_patient on view.lawful_opening (patient_id);
create index lawful_opening_account on view.lawful_opening (account_id);
create index lawful_opening_requested on view.lawful_opening (requested_at);
