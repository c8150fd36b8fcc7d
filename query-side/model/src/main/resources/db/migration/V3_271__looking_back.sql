-- Which moment was looked at; null for a view of the present and for views from before this column.
alter table view.access_log
  add column looked_at timestamptz,
  add column basis text not null default '';

-- Rights of then. The past is made anew at the next start, so that former terms have theirs, too.
alter table view.past_membership add column rights text[] not null default '{}';
insert into store.rebuild (processing_group, started_at) values ('past', now())
  on conflict do nothing;
