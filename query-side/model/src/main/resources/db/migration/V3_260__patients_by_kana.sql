-- The order of long lists, to be read from the front.
drop index view.patient_same_kana;
create index patient_by_kana on view.patient (kana_key, patient_id);
