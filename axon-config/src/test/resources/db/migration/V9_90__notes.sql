create schema if not exists view;

create table view.note (
  note_id text primary key,
  sealed_text bytea not null,
  changes bigint not null,
  tags text[] not null,
  noted_at timestamptz not null,
  state text not null check (state in ('OPEN', 'CLOSED'))
) with (fillfactor = 90);
create index note_open on view.note (noted_at desc) where state = 'OPEN';
create index note_tags on view.note using gin (tags);

create table view.note_text (
  note_id text not null,
  number bigint not null,
  primary key (note_id, number)
);
create index note_text_number on view.note_text (number);

-- Values of every kind, and rows that several notes write.
create table view.note_word (
  word text primary key,
  times bigint not null,
  newest text not null,
  first_at timestamptz not null,
  until date,
  words text[] not null,
  tree jsonb not null,
  bytes bytea not null,
  open boolean not null default true
);

-- Of the kinds that a rebuild copies without writing them out as text.
create table view.note_kind (
  note_id text not null,
  number bigint not null,
  small integer not null,
  odd boolean not null,
  word text,
  words text[] not null,
  none text[] not null,
  bytes bytea,
  day date,
  at timestamptz,
  kind text not null,
  fixed integer not null,
  open boolean not null,
  primary key (note_id, number)
);

create view view.open_note as select note_id, changes from view.note where state = 'OPEN';
