-- The transaction that last made a document news: posted, revised or restored. Everything below the
-- horizon of a reader's snapshot is settled, so what was found read there need not be looked at again.
alter table view.timeline_entry
  add column stamp bigint not null default (pg_current_xact_id()::text::bigint);

-- From where somebody has read on. Documents with a narrower scope are few and have their own index.
create index timeline_unread
  on view.timeline_entry (patient_id, stamp, document_id) include (version, editor_id)
  where state = 'CONFIRMED' and scope = 'TEAM';

-- The newest document of a patient.
drop index view.timeline_news;
create index timeline_news on view.timeline_entry (patient_id, recorded_at desc)
  where state = 'CONFIRMED';
