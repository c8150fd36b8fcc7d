-- Reviews of the access history (C-09): no two of them share a day.
create table guard.log_review (
  review_id text primary key,
  from_day date not null,
  to_day date not null
);
