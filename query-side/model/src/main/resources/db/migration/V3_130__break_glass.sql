-- 緊急閲覧 (TM-10). What was written about a patient stays sealed.
create table view.break_glass (
  break_glass_id text primary key,
  patient_id text not null,
  account_id text not null,
  facility_id text not null,
  reason text not null,
  sealed_explanation bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  verdict text not null default '',
  sealed_findings bytea not null default '',
  reviewer_id text not null default '',
  reviewed_at timestamptz
);
create index break_glass_patient on view.break_glass (patient_id);
create index break_glass_opened on view.break_glass (opened_at);
