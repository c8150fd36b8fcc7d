-- After a restore what was erased meanwhile is erased again.
alter table view.erasure drop constraint erasure_ground_check;
alter table view.erasure add constraint erasure_ground_check
  check (ground in ('REQUEST', 'DISPOSAL', 'PURGE', 'REPEATED'));
