-- Records of one person, one under the other (PT-09). It decides about no access: each record keeps
-- its own consent, team and visibility.
create table guard.patient_merge (
  patient_id text primary key references guard.patient,
  main_id text not null references guard.patient,
  check (patient_id <> main_id)
);
create index patient_merge_main on guard.patient_merge (main_id);
