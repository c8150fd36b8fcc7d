create schema if not exists view;

create table view.membership (
  grant_id text primary key,
  patient_id text not null,
  account_id text,
  group_id text,
  team_role text not null,
  rights text[] not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  assigned_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(account_id, group_id) = 1)
);
create index membership_patient on view.membership (patient_id);
create index membership_account on view.membership (account_id)
  where ended_at is null and account_id is not null;
create index membership_group on view.membership (group_id) where group_id is not null;

create table view.care_group (
  group_id text primary key,
  facility_id text not null,
  owner_id text not null,
  name text not null,
  dissolved_at timestamptz
);
create index care_group_facility on view.care_group (facility_id);
create index care_group_owner on view.care_group (owner_id);

create table view.group_member (
  group_id text not null,
  account_id text not null,
  primary key (group_id, account_id)
);
create index group_member_account on view.group_member (account_id);

-- Whom the memberships reach, directly or through a group; whether today is within their validity is
-- asked by the reader, who knows the day in Japan.
create view view.reach as
select m.patient_id, m.account_id, m.grant_id, ''::text as group_id, m.team_role, m.rights,
       m.valid_from, m.valid_to
  from view.membership m
 where m.ended_at is null and m.account_id is not null
union all
select m.patient_id, g.account_id, m.grant_id, m.group_id, m.team_role, m.rights,
       m.valid_from, m.valid_to
  from view.membership m
  join view.group_member g on g.group_id = m.group_id
  join view.care_group c on c.group_id = m.group_id and c.dissolved_at is null
 where m.ended_at is null and m.group_id is not null;
