-- Strongly consistent: written in the transaction of the event, read by every decision about access.
create table guard.patient (
  patient_id text primary key,
  sharing text not null check (sharing in ('PROVISIONAL', 'SHARED', 'STOPPED')),
  registrar_id text not null,
  consent_id text,
  check (sharing = 'PROVISIONAL' or consent_id is not null)
);
