create schema if not exists view;

-- The newest version of each document, without its content: lists count these rows. author_id and
-- facility_id are those of the first version, to whom the document belongs; editor_id wrote the
-- newest.
create table view.timeline_entry (
  document_id text primary key,
  patient_id text not null,
  version bigint not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  edited_at timestamptz not null,
  author_id text not null,
  facility_id text not null,
  editor_id text not null,
  profession text not null,
  tags text[] not null,
  scope text not null check (scope in ('TEAM', 'SELECTED', 'PROFESSIONS')),
  visible_accounts text[] not null,
  visible_groups text[] not null,
  visible_professions text[] not null,
  attachments text[] not null,
  state text not null check (state in ('CONFIRMED', 'DELETED'))
);
create index timeline_page
  on view.timeline_entry (patient_id, occurred_on desc, recorded_at desc, document_id desc)
  where state = 'CONFIRMED';
create index timeline_author
  on view.timeline_entry (patient_id, author_id, occurred_on desc, recorded_at desc, document_id desc)
  where state = 'CONFIRMED';
-- Unread counts read this index alone; documents with a narrower scope are few and have their own.
create index timeline_news
  on view.timeline_entry (patient_id, recorded_at desc)
  include (document_id, version, editor_id, scope)
  where state = 'CONFIRMED';
create index timeline_restricted
  on view.timeline_entry (patient_id)
  where state = 'CONFIRMED' and scope <> 'TEAM';

-- Every version with its sealed content.
create table view.document_version (
  document_id text not null,
  version bigint not null,
  patient_id text not null,
  recorded_at timestamptz not null,
  author_id text not null,
  profession text not null,
  occurred_on date not null,
  tags text[] not null,
  attachments text[] not null,
  sealed_article bytea not null,
  sealed_reason bytea not null,
  primary key (document_id, version)
);

-- The timeline once more by tag, so that a page of a rare tag costs a page too.
create table view.document_tag (
  patient_id text not null,
  tag text not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  document_id text not null,
  primary key (patient_id, tag, occurred_on, recorded_at, document_id)
);
create index document_tag_document on view.document_tag (document_id);

create table view.deleted_document (
  document_id text primary key,
  patient_id text not null,
  deleted_at timestamptz not null,
  deleted_by text not null,
  reason text not null,
  sealed_note bytea not null,
  purge_requested_by text
);

-- What another stream says late about a document that is gone for good is not taken up again.
create table view.purged_document (
  document_id text primary key
);
