-- Counts the transactions that wrote what rows of waves are made of: as long as the sum stands, no row has changed. Each
-- connection raises a number of its own, so that responses which come in at once do not wait for each other.
create table extract_clock (
  backend   int    not null primary key,
  ticks     bigint not null,
  -- who raised it last: one transaction raises it once, however much it writes
  raised_by xid8   not null
) with (fillfactor = 20);

create function tick_extract_clock() returns trigger language plpgsql as $$
begin
  insert into extract_clock as clock (backend, ticks, raised_by)
  values (pg_backend_pid() % 1024, 1, pg_current_xact_id())
  on conflict (backend) do update set ticks = clock.ticks + 1, raised_by = excluded.raised_by
  where clock.raised_by <> excluded.raised_by;
  return null;
end $$;

create trigger response_ticks after insert or update or delete or truncate on response
  for each statement execute function tick_extract_clock();
create trigger survey_case_ticks after insert or update or delete or truncate on survey_case
  for each statement execute function tick_extract_clock();
create trigger sampled_psu_ticks after insert or update or delete or truncate on sampled_psu
  for each statement execute function tick_extract_clock();
create trigger margin_ticks after insert or truncate on margin
  for each statement execute function tick_extract_clock();
