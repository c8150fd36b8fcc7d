-- Rows stay: what a facility's people did is told with its name (第10条).
alter table guard.facility drop constraint facility_state_check;
alter table guard.facility add check (state in ('ACTIVE', 'ABOLISHED'));

-- Who answers for the users of the facility (第7条3); unknown for those from before until the next appointment.
alter table guard.facility add administrator_id text;
