-- 職種ごとの権限のひな形 (TM-03): every version; professions without a row have what is built in.
create table view.rights_template (
  profession text not null,
  version integer not null,
  rights text[] not null,
  of_city boolean not null,
  account_id text not null,
  at timestamptz not null,
  primary key (profession, version)
);
