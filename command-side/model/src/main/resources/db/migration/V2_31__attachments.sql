create table guard.attachment (
  attachment_id text primary key,
  document_id text not null,
  patient_id text not null,
  uploader_id text not null,
  kind text not null,
  address text not null,
  renditions text[] not null default '{}',
  purged boolean not null default false,
  files_deleted boolean not null default false
);
create index on guard.attachment (document_id);
create index on guard.attachment (document_id) where purged and not files_deleted;

-- Files that still wait for their pictures. A row goes with the outcome, so that no crash loses one.
create table guard.conversion (
  attachment_id text primary key,
  document_id text not null,
  patient_id text not null,
  kind text not null,
  pages integer not null,
  address text not null,
  received_at timestamptz not null,
  attempts integer not null default 0,
  claimed_until timestamptz
);
create index on guard.conversion (received_at);

-- Whom the record is about, sealed: compared with the name inside a DICOM file (DC-08).
create table guard.patient_name (
  patient_id text primary key,
  sealed bytea not null
);
