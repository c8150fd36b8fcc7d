-- A request for support is a document of the timeline; each answer and decision makes a version of it.
alter table view.timeline_entry add column support boolean not null default false;
alter table view.document_version
  add column support_step text
    check (support_step in ('REQUESTED', 'ANSWERED', 'DECLINED', 'DECIDED', 'WITHDRAWN')),
  add column adoption text check (adoption in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED'));
create index timeline_support
  on view.timeline_entry (patient_id, occurred_on desc, recorded_at desc, document_id desc)
  where state = 'CONFIRMED' and support;

-- Each wording of a request.
create table view.support_asked (
  document_id text not null,
  version bigint not null,
  patient_id text not null,
  kind text not null,
  author_id text not null,
  facility_id text not null,
  addressee_facility_id text not null,
  addressee_account_id text,
  due_on date,
  refs text[] not null,
  sealed_contract bytea not null,
  primary key (document_id, version)
);

-- Who has to do something next: asked for on every start page.
create table view.support_task (
  document_id text primary key,
  patient_id text not null,
  version bigint not null,
  state text not null check (state in ('REQUESTED', 'ANSWERED', 'DECLINED', 'DECIDED', 'WITHDRAWN')),
  deleted boolean not null default false,
  kind text not null,
  requester_id text not null,
  requester_facility_id text not null,
  addressee_facility_id text not null,
  addressee_account_id text,
  due_on date
);
create index support_to_answer on view.support_task (addressee_facility_id)
  where state = 'REQUESTED' and not deleted;
create index support_to_decide on view.support_task (requester_id)
  where state = 'ANSWERED' and not deleted;
