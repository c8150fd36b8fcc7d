-- Controls are measured over a period, whoever acted.
create index access_log_at on view.access_log (at);
