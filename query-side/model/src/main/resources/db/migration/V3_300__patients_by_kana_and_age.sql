-- The order of long lists, with what they are narrowed by without a text: read without the rows.
drop index view.patient_by_kana;
create index patient_by_kana on view.patient (kana_key, patient_id) include (birth_date, gender);
