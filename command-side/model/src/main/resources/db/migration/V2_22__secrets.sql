create table guard.secret (
  name text primary key,
  value bytea not null
);

-- Made once, inside the database: searched names are recorded under this key only (LS-06). 488 random bits.
insert into guard.secret (name, value)
values (
  'search-hash',
  sha256(
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
