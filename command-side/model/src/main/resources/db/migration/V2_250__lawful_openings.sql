-- A withdrawn record displayed to one user on a lawful ground (§8.3 Q3). Rows stay: they are the grounds of
-- former accesses.
create table guard.lawful_opening (
  opening_id text primary key,
  patient_id text not null,
  account_id text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  closed_at timestamptz
);
create index lawful_opening_of_account on guard.lawful_opening (account_id, patient_id);
