-- What an article holds beside its words, by kind: the values themselves are sealed with it.
alter table view.timeline_entry add column parts text[] not null default '{}';
create index timeline_parts
  on view.timeline_entry (patient_id, occurred_on desc, recorded_at desc, document_id desc)
  where state = 'CONFIRMED' and parts <> '{}';
