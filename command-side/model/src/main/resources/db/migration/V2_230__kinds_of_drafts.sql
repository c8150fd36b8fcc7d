-- What somebody is writing: an article, or a request for support.
alter table guard.draft add column kind text not null default 'ARTICLE'
  check (kind in ('ARTICLE', 'SUPPORT'));
