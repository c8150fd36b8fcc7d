-- What 拡張情報 consists of by decision of the city (PT-08). Rows stay: stored values are read by the schema they
-- were written by.
create table guard.extended_schema (
  version integer primary key,
  effective_from date not null,
  content jsonb not null,
  dropped boolean not null default false
);
