-- Files of posts that were never sent are destroyed some days after the newest of them came. For those
-- from before this column the days begin now.
alter table guard.attachment add column received_at timestamptz not null default now();
create index attachment_received on guard.attachment (received_at) where not purged;
