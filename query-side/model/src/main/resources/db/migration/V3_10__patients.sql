create schema if not exists view;

-- Keys are made by jp.tsunagaru.japanese.SearchKey. *_parts hold family and given name, for a match
-- anywhere in one of them; *_full hold both in either order, each behind a tab, for a match from the
-- beginning. Without a name a row is worth nothing: content that is no search field stays sealed.
create table view.patient (
  patient_id text primary key,
  registrar_id text not null,
  facility_id text not null,
  registered_at timestamptz not null,
  version bigint not null,
  name text not null,
  kana text not null,
  gender text not null,
  birth_date date not null,
  phone text not null,
  physician text not null,
  care_level text not null,
  care_level_to date not null,
  name_key text not null,
  kana_key text not null,
  name_parts text not null,
  name_full text not null,
  kana_parts text not null,
  kana_full text not null,
  loose_parts text not null,
  loose_full text not null,
  phones text not null,
  grams text[] not null,
  sealed_basic_info bytea not null
);

-- One and two characters of a name, four digits of a number: trigrams would not find 高橋, the usual
-- length of a Japanese name, and depend on the locale of the database.
create index patient_grams on view.patient using gin (grams) with (fastupdate = off);
create index patient_same_name on view.patient (name_key);
create index patient_same_kana on view.patient (kana_key);

-- 仮登録. A row may outlive the consent when the two are projected out of order: readers look at
-- view.sharing too.
create table view.provisional (
  patient_id text primary key,
  registrar_id text not null
);
create index provisional_registrar on view.provisional (registrar_id);

-- 同意. A patient without a row is 仮登録.
create table view.sharing (
  patient_id text primary key,
  state text not null check (state in ('SHARED', 'STOPPED')),
  kind text not null,
  consented_on date not null,
  text_version text not null,
  facility_id text not null,
  sealed_signatures bytea not null
);
