-- 緊急閲覧 (TM-10): off until the city enables it.
create table guard.break_glass_switch (
  only_row boolean primary key default true check (only_row),
  enabled boolean not null,
  minutes integer not null
);
insert into guard.break_glass_switch (enabled, minutes) values (false, 60);

-- Rows stay: they are the grounds of former accesses.
create table guard.break_glass (
  break_glass_id text primary key,
  patient_id text not null,
  account_id text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  closed_at timestamptz
);
create index break_glass_of_account on guard.break_glass (account_id, patient_id);

-- Each try counts, right or wrong, so that nobody finds patients by guessing.
create table guard.break_glass_attempt (
  account_id text not null,
  at timestamptz not null
);
create index break_glass_attempts on guard.break_glass_attempt (account_id, at);

-- Whole names and numbers with the birth date, under a keyed hash: nothing here can be read or searched in part.
create table guard.patient_identity (
  patient_id text not null,
  kind text not null check (kind in ('NAME', 'KANA', 'INSURED')),
  hash text not null,
  primary key (patient_id, kind)
);
create index patient_identity_hash on guard.patient_identity (hash);
