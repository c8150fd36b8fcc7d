-- Read models whose rebuild was begun: the next start begins it again until it comes to its end.
create table store.rebuild (
  processing_group text primary key,
  started_at timestamptz not null
);
