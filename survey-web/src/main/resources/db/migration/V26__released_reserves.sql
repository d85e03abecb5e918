-- Who released a reserve, when and why: it is a case since then. The unit of a list's reserve is GROUP/STRATUM.
alter table reserve_case
  add column released_at timestamptz,
  add column released_by bigint references app_user,
  add column reason      text,
  add constraint reserve_case_release_complete
    check ((released_at is null) = (released_by is null) and (released_at is null) = (reason is null));
