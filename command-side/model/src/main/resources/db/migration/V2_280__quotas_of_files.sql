-- What a facility keeps and what a person sent today. Files of before count as nothing.
alter table guard.attachment
  add column facility_id text not null default '',
  add column bytes bigint not null default 0;
create index attachment_of_facility on guard.attachment (facility_id) include (bytes) where not files_deleted;
create index attachment_of_uploader on guard.attachment (uploader_id, received_at) include (bytes);
