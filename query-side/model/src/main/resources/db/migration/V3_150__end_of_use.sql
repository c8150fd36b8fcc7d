-- After the end of use, or a withdrawal (第19条).
alter table view.sharing drop constraint sharing_state_check;
alter table view.sharing add constraint sharing_state_check
  check (state in ('SHARED', 'STOPPED', 'ENDED', 'WITHDRAWN'));
alter table view.sharing add column ended_on date;
alter table view.sharing add column end_reason text not null default '';
alter table view.sharing add column retained_until date;

-- Patients whose memberships reach nobody any more; who still displays them stands in view.retained.
create table view.closed (
  patient_id text primary key
);
create table view.retained (
  patient_id text not null,
  account_id text not null,
  grant_id text not null,
  group_id text not null,
  team_role text not null,
  rights text[] not null,
  manages boolean not null,
  valid_to date not null,
  primary key (patient_id, account_id, grant_id)
);
create index retained_account on view.retained (account_id);

create or replace view view.reach as
select m.patient_id, m.account_id, m.grant_id, ''::text as group_id, m.team_role, m.rights,
       m.valid_from, m.valid_to
  from view.membership m
 where m.ended_at is null and m.account_id is not null
   and not exists (select 1 from view.closed d where d.patient_id = m.patient_id)
union all
select m.patient_id, g.account_id, m.grant_id, m.group_id, m.team_role, m.rights,
       m.valid_from, m.valid_to
  from view.membership m
  join view.group_member g on g.group_id = m.group_id
  join view.care_group c on c.group_id = m.group_id and c.dissolved_at is null
 where m.ended_at is null and m.group_id is not null
   and not exists (select 1 from view.closed d where d.patient_id = m.patient_id)
union all
select t.patient_id, t.account_id, t.grant_id, t.group_id, t.team_role, t.rights,
       '-infinity'::date, t.valid_to
  from view.retained t;
