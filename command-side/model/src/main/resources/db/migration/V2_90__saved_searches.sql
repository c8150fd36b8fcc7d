-- A search that somebody keeps may name a patient: its name and its terms are sealed under the account.
create table guard.saved_search (
  account_id text not null,
  search_id text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (account_id, search_id)
);
