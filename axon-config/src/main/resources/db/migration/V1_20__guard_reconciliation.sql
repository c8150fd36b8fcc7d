-- Beside an Axon Server an event and its guard rows are two commits. Up to this position of the
-- server's stream every event is known to have its guard rows; -1 is before the first event.
create table store.guard_position (
  position bigint not null
);
insert into store.guard_position (position) values (-1);

-- Events after that position whose guard rows are committed; a row is one of their transaction.
create table store.guarded_event (
  event_identifier varchar(255) not null primary key
);
