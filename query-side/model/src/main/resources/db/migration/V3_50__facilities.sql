-- 利用施設. The profile of 様式第1 is not personal data; whoever answers for the facility is, and stays sealed.
create table view.facility (
  facility_id text primary key,
  name text not null,
  name_key text not null,
  affiliation text not null,
  profile jsonb not null,
  published text[] not null,
  administrator_id text,
  registered_at timestamptz not null
);
create index facility_name on view.facility (name_key);

create table view.application (
  application_id text primary key,
  state text not null
    check (state in ('WAITING_FOR_PAPER', 'UNDER_REVIEW', 'RETURNED', 'REJECTED', 'APPROVED')),
  applied_on date not null,
  received_at timestamptz not null,
  paper_received_on date,
  profile jsonb not null,
  agreement jsonb not null,
  sealed_people bytea not null,
  sealed_reason bytea
);
