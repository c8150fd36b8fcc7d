-- A confirmed form is a document of the timeline: which version of which sheet it is written on.
alter table view.timeline_entry add column form_version text;
alter table view.document_version add column form_version text;
create index timeline_forms
  on view.timeline_entry (patient_id, occurred_on desc, recorded_at desc, document_id desc)
  where state = 'CONFIRMED' and form_version is not null;

-- Deleted like any document, and to whom it belongs from its confirmation on.
alter table view.form add column deleted boolean not null default false;
alter table view.form add column owner_id text;
alter table view.form add column owner_facility_id text;
update view.form f set owner_id = f.entered_by, owner_facility_id = f.facility_id;
update view.form f set owner_id = f.approved_by, owner_facility_id = a.facility_id
  from view.account a where a.account_id = f.approved_by;
alter table view.form alter column owner_id set not null;
alter table view.form alter column owner_facility_id set not null;

-- Those that were confirmed before.
insert into view.timeline_entry
  (document_id, patient_id, version, occurred_on, recorded_at, edited_at, author_id, facility_id,
   editor_id, profession, tags, scope, visible_accounts, visible_groups, visible_professions,
   attachments, state, form_version)
select document_id, patient_id, version,
       coalesce(issued_on, (approved_at at time zone 'Asia/Tokyo')::date), approved_at, approved_at,
       owner_id, owner_facility_id, owner_id, 'PHYSICIAN', '{}', 'TEAM', '{}', '{}', '{}', '{}',
       'CONFIRMED', form_version
  from view.form where approved_at is not null;
insert into view.document_version
  (document_id, version, patient_id, recorded_at, author_id, profession, occurred_on, tags,
   attachments, sealed_article, sealed_reason, form_version)
select document_id, version, patient_id, approved_at, owner_id, 'PHYSICIAN',
       coalesce(issued_on, (approved_at at time zone 'Asia/Tokyo')::date), '{}', '{}', sealed_form,
       ''::bytea, form_version
  from view.form where approved_at is not null;
