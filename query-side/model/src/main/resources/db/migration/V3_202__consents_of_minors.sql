-- PT-03: on what ground a proxy signed, and when the patient agreed in person. Rows from before this
-- column say nothing of the ground until the read model is rebuilt.
alter table view.sharing
  add column ground text not null default '',
  add column confirmed_on date;
create index sharing_minor on view.sharing (patient_id) where ground = 'MINOR' and confirmed_on is null;
