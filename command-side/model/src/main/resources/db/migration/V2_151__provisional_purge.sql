-- PT-01: a 仮登録 without a consent is destroyed some days after its registration. For those from before
-- this column the days begin now.
alter table guard.patient add column registered_at timestamptz not null default now();
alter table guard.patient drop constraint patient_sharing_check;
alter table guard.patient drop constraint patient_check;
alter table guard.patient
  add constraint patient_sharing_check
    check (sharing in (
      'PROVISIONAL', 'SHARED', 'STOPPED', 'ENDED', 'WITHDRAWN', 'ERASED', 'PURGED')),
  add constraint patient_check
    check (sharing in ('PROVISIONAL', 'ERASED', 'PURGED') or consent_id is not null);
create index patient_provisional on guard.patient (registered_at) where sharing = 'PROVISIONAL';
