-- 文書タグ (DC-05): one name once in a list; the list of the city has no facility.
create table guard.tag (
  tag_id text primary key,
  owner text not null,
  name text not null,
  retired boolean not null default false
);
create unique index tag_once on guard.tag (owner, name) where not retired;
