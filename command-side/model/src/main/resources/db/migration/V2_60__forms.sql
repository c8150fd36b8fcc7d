create schema if not exists guard;

-- An official form has a row in guard.document too, which is what the gate looks at.
create table guard.form (
  document_id text primary key,
  patient_id text not null,
  kind text not null,
  state text not null
    check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SUPERSEDED', 'CANCELLED'))
);
create index on guard.form (patient_id);
