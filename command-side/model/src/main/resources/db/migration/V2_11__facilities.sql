create schema if not exists guard;

create table guard.facility (
  facility_id text primary key,
  name text not null,
  state text not null check (state in ('ACTIVE'))
);

-- Where to tell an applicant about a decision (PF-09).
create table guard.applicant (
  application_id text primary key,
  email text not null
);
