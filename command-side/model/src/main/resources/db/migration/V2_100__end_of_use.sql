-- After the end of use, a withdrawal or an erasure (第16条, 第19条). ERASED counts as no patient at all.
alter table guard.patient drop constraint patient_sharing_check;
alter table guard.patient add constraint patient_sharing_check
  check (sharing in ('PROVISIONAL', 'SHARED', 'STOPPED', 'ENDED', 'WITHDRAWN', 'ERASED'));
alter table guard.patient drop constraint patient_check;
alter table guard.patient add constraint patient_check
  check (sharing in ('PROVISIONAL', 'ERASED') or consent_id is not null);
alter table guard.patient add column ended_on date;
alter table guard.patient add column retained_until date;
create index patient_retained on guard.patient (retained_until) where retained_until is not null;

-- The team of the day use ended: memberships and groups may go on changing, this does not.
create table guard.retained (
  patient_id text not null references guard.patient,
  account_id text not null,
  grant_id text not null,
  group_id text not null default '',
  rights text[] not null,
  valid_from date,
  primary key (patient_id, account_id, grant_id)
);
create index retained_account on guard.retained (account_id);
