-- The day a document is about decides whether a request for a period concerns it (PT-11).
alter table guard.document add column occurred_on date not null default current_date;
do $$
begin
  if to_regclass('view.timeline_entry') is not null then
    update guard.document d set occurred_on = t.occurred_on
      from view.timeline_entry t where t.document_id = d.document_id;
  end if;
end
$$;

-- 削除の申し出 (第16条2); ids, days and codes only.
create table guard.deletion_request (
  request_id text primary key,
  patient_id text not null,
  facility_id text not null,
  scope text not null check (scope in ('DOCUMENTS', 'PERIOD', 'EVERYTHING')),
  documents text[] not null default '{}',
  from_day date,
  to_day date,
  due_on date not null,
  state text not null check (state in ('OPEN', 'TAKEN_BACK', 'EXECUTED'))
);
create index deletion_request_patient on guard.deletion_request (patient_id);

-- DL-10: while one is in force nothing of the patient is destroyed.
create table guard.legal_hold (
  hold_id text primary key,
  patient_id text not null,
  until date not null,
  lifted boolean not null default false
);
create index legal_hold_patient on guard.legal_hold (patient_id) where not lifted;
