-- Official forms with their newest content, sealed. The day of issue and the period of a confirmed
-- order stand in clear, so that an end can be watched without opening every form.
create table view.form (
  document_id text primary key,
  patient_id text not null,
  kind text not null,
  form_version text not null,
  state text not null
    check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SUPERSEDED', 'CANCELLED')),
  version bigint not null,
  entered_by text not null,
  facility_id text not null,
  approved_by text,
  changed_at timestamptz not null,
  approved_at timestamptz,
  issued_on date,
  valid_from date,
  valid_to date,
  superseded_by text,
  sealed_begun bytea not null,
  sealed_form bytea not null,
  sealed_reason bytea not null
);
create index form_patient on view.form (patient_id);
