-- 文書タグ: the list of the city has no facility.
create table view.tag (
  tag_id text primary key,
  owner text not null,
  name text not null,
  retired boolean not null default false
);
create index tag_owner on view.tag (owner);

-- Every name that a tag ever had.
create table view.tag_name (
  tag_id text not null,
  name text not null,
  since timestamptz not null,
  primary key (tag_id, name)
);
create index tag_name_name on view.tag_name (name);
