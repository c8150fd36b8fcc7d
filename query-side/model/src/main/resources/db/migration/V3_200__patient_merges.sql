-- Records of one person, one under the other (PT-09).
create table view.patient_merge (
  patient_id text primary key,
  main_id text not null,
  merged_at timestamptz not null
);
create index patient_merge_main on view.patient_merge (main_id);
