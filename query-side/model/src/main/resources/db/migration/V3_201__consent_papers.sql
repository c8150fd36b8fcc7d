-- Signed sheets kept with a consent (PT-04).
create table view.consent_paper (
  document_id text primary key,
  patient_id text not null,
  kept_at timestamptz not null,
  kept_by text not null,
  facility_id text not null,
  files text[] not null,
  sealed_place bytea not null
);
create index consent_paper_patient on view.consent_paper (patient_id);
