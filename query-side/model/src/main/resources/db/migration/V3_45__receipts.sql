create schema if not exists view;

create table view.last_viewed (
  patient_id text not null,
  account_id text not null,
  at timestamptz not null,
  primary key (patient_id, account_id)
);

-- The newest version that was shown to an account, and when it was first.
create table view.document_receipt (
  account_id text not null,
  patient_id text not null,
  document_id text not null,
  version bigint not null,
  first_at timestamptz not null,
  primary key (account_id, document_id) include (version)
);
create index document_receipt_document on view.document_receipt (document_id);
