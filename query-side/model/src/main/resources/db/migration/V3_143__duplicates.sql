-- 被保険者番号 as digits, or blank; equal numbers, or equal birth and kana, may be one person (PT-09).
alter table view.patient add column insured_key text not null default '';
create index patient_insured on view.patient (insured_key) where insured_key <> '';
create index patient_birth_kana on view.patient (birth_date, kana_key);
