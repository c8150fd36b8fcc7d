create schema if not exists view;

create table view.attachment (
  attachment_id text primary key,
  document_id text not null,
  patient_id text not null,
  uploader_id text not null,
  kind text not null,
  pages integer not null,
  names_another_patient boolean not null,
  address text not null,
  size bigint not null,
  media_type text not null,
  sealed_facts bytea not null,
  received_at timestamptz not null,
  renditions jsonb not null default '[]',
  failure text not null default ''
);
create index attachment_document on view.attachment (document_id);

-- Documents and attachments are projected side by side. Writing to the row of the document first
-- puts them in a line, so that no attachment slips in while its document is purged.
create table view.attachment_gate (
  document_id text primary key,
  purged boolean not null
);
