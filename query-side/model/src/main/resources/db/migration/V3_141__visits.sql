-- When somebody looked at a patient, by half hours; half hours side by side are one visit. "until" is
-- the last view within the half hour.
create table view.visit (
  account_id text not null,
  patient_id text not null,
  slot bigint not null,
  until timestamptz not null,
  primary key (account_id, patient_id, slot) include (until)
);

-- Every version of 基本情報, who made it and when.
create table view.basic_info_version (
  patient_id text not null,
  version bigint not null,
  recorded_at timestamptz not null,
  account_id text not null,
  sealed_basic_info bytea not null,
  primary key (patient_id, version)
);

-- What was posted or edited since a moment.
create index timeline_edited on view.timeline_entry (patient_id, edited_at desc)
  where state = 'CONFIRMED';
