-- Reviews of the access history (C-09). What was written stays sealed: under the key of the patient concerned, or of the review.
create table view.log_review (
  review_id text primary key,
  from_day date not null,
  to_day date not null,
  begun_by text not null,
  begun_at timestamptz not null,
  signed_by text not null default '',
  signed_at timestamptz,
  improvements integer not null default 0,
  incidents integer not null default 0,
  sealed_conclusion bytea not null default ''
);
create table view.log_review_question (
  question_id text primary key,
  review_id text not null,
  event_id text not null,
  access_at timestamptz,
  account_id text not null,
  patient_id text not null,
  facility_id text not null,
  stage text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  question_subject text not null,
  sealed_question bytea not null,
  answered_by text not null default '',
  answered_at timestamptz,
  answer_subject text not null default '',
  sealed_answer bytea not null default '',
  settled_by text not null default '',
  settled_at timestamptz,
  note_subject text not null default '',
  sealed_note bytea not null default '',
  incident_id text not null default ''
);
create index log_review_question_review on view.log_review_question (review_id, asked_at);
create index log_review_question_facility on view.log_review_question (facility_id, asked_at);
