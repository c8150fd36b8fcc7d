-- How the registered content of a facility came about and how its registration ended (第9条, 第10条).
create table view.facility_step (
  facility_id text not null,
  version bigint not null,
  kind text not null,
  at timestamptz not null,
  account_id text not null,
  profile jsonb,
  sealed_people bytea,
  appointed_id text,
  sealed_note bytea,
  abolition_on date,
  patients_left integer not null default 0,
  primary key (facility_id, version)
);

alter table view.facility add abolished_at timestamptz;
