-- Who decided when what 拡張情報 consists of (PT-08).
create table view.extended_schema (
  version integer primary key,
  effective_from date not null,
  account_id text not null,
  at timestamptz not null,
  dropped_by text,
  dropped_at timestamptz
);
