-- The proof over all stored events: what is in the log, in which place, and what was signed.
create schema proof;

create table proof.log (
  name text primary key,
  size bigint not null,
  chain bytea not null,
  -- Why nothing more is signed, from where, and since when.
  alarm text,
  alarm_position bigint,
  alarm_since timestamptz
);

create table proof.entry (
  log text not null,
  position bigint not null,
  event_index bigint not null,
  -- Only for a store that finds no event by its id.
  event_id text,
  leaf bytea not null,
  primary key (log, position),
  unique (log, event_index)
);
create index on proof.entry (event_id) where event_id is not null;

-- Roots of complete subtrees of 256, 65,536, ... leaves: every proof needs a few rows only.
create table proof.node (
  log text not null,
  level integer not null,
  place bigint not null,
  hash bytea not null,
  primary key (log, level, place)
);

create table proof.head (
  log text not null,
  size bigint not null,
  root bytea not null,
  chain bytea not null,
  signed_at text not null,
  previous bytea not null,
  signature bytea not null,
  primary key (log, size)
);

-- Written by the very statement that stores an event and taken away by the transaction that enters
-- it into the log: an event that is stored cannot be passed over, however late it commits.
create table proof.pending (
  log text not null,
  event_index bigint not null,
  primary key (log, event_index)
);

create function proof.note_event() returns trigger language plpgsql as $$
begin
  insert into proof.pending (log, event_index) values (tg_argv[0], new.global_index);
  return null;
end
$$;

create trigger proof_of_domain_events after insert on store.domain_event_entry
  for each row execute function proof.note_event('domain');
create trigger proof_of_access_events after insert on store.access_event_entry
  for each row execute function proof.note_event('access');

insert into proof.pending (log, event_index)
  select 'domain', global_index from store.domain_event_entry;
insert into proof.pending (log, event_index)
  select 'access', global_index from store.access_event_entry;
