-- What was done that can be a measure against a leak (第28条2); incidents name these events and no others.
create table guard.security_measure (
  event_id text primary key,
  kind text not null,
  about text not null,
  account_id text not null,
  at timestamptz not null
);
create index security_measure_at on guard.security_measure (at);
