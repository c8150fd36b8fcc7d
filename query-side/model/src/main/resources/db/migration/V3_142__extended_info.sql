-- 拡張情報 as it was written, change by change: what stands in a field, who wrote it and when follows
-- from them, and so does its history. Which fields a change is about is personal and stays sealed.
create table view.extended_info (
  patient_id text not null,
  version bigint not null,
  recorded_at timestamptz not null,
  account_id text not null,
  schema_version text not null,
  sealed_changes bytea not null,
  primary key (patient_id, version)
);
