-- Each backup and each restore (OP-01, OP-06); the next one shows when the last one was.
create table store.backup_run (
  generation text not null,
  kind text not null check (kind in ('BACKUP', 'RESTORE')),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  rows bigint not null,
  files bigint not null,
  primary key (generation, kind, began_at)
);
