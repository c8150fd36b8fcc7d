-- The state of the consent from when until when (第16条, domain M1). Nothing of who signed: that stays sealed.
create table view.past_consent (
  patient_id text not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  state text not null check (state in ('SHARED', 'STOPPED', 'ENDED', 'WITHDRAWN')),
  kind text not null,
  ground text not null default '',
  consented_on date not null,
  text_version text not null,
  confirmed_on date,
  end_reason text not null default '',
  ended_on date,
  primary key (patient_id, since)
);

-- The past is made anew at the next start, so that former states stand there, too.
insert into store.rebuild (processing_group, started_at) values ('past', now())
  on conflict do nothing;
