-- Quarterly attestation of rights (C-07): figures of what an account was allowed, no patient.
create table view.rights_confirmation (
  facility_id text not null,
  fiscal_year integer not null,
  quarter integer not null,
  account_id text not null,
  verdict text not null,
  profession text not null,
  roles text[] not null,
  rights text[] not null,
  teams integer not null,
  groups integer not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (account_id, fiscal_year, quarter)
);
create index rights_confirmation_facility
  on view.rights_confirmation (facility_id, fiscal_year, quarter);

create table view.attestation (
  facility_id text not null,
  fiscal_year integer not null,
  quarter integer not null,
  needed integer not null,
  to_correct integer not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (facility_id, fiscal_year, quarter)
);
