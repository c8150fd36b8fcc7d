-- Whether somebody is in the team of a patient is looked up without reading the rest of either.
drop index view.membership_patient;
create index membership_patient on view.membership (patient_id, account_id);
