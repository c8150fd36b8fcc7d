create table guard.membership (
  grant_id text primary key,
  patient_id text not null references guard.patient,
  account_id text,
  group_id text,
  team_role text not null,
  rights text[] not null,
  valid_from date,
  valid_to date,
  ended_at timestamptz,
  check (num_nonnulls(account_id, group_id) = 1)
);

-- Ended memberships stay as grounds of former accesses and cost a decision nothing.
create unique index membership_account on guard.membership (patient_id, account_id)
  where ended_at is null and account_id is not null;
create unique index membership_group on guard.membership (patient_id, group_id)
  where ended_at is null and group_id is not null;
create index membership_of_account on guard.membership (account_id) where ended_at is null;
create index membership_of_group on guard.membership (group_id) where ended_at is null;

create table guard.care_group (
  group_id text primary key,
  facility_id text not null,
  owner_id text not null,
  name text not null,
  dissolved boolean not null default false
);
create index care_group_facility on guard.care_group (facility_id);

create table guard.group_member (
  group_id text not null references guard.care_group,
  account_id text not null,
  primary key (account_id, group_id)
);
create index group_member_group on guard.group_member (group_id);
