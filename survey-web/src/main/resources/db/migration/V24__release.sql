-- What the public was shown of a run, and what was withheld: later figures of the wave are checked against it. Never changes.
create table release (
  id             bigint generated always as identity primary key,
  run_id         bigint      not null references analysis_run,
  -- none: provisional figures of a wave that is not published yet
  publication_id bigint      references publication,
  -- figures withheld, as REQUEST or REQUEST|VARIABLE=LEVEL|...
  withheld       text[]      not null,
  -- whether only the figures of the whole population were released
  whole_only     boolean     not null,
  released_at    timestamptz not null,
  constraint release_of_publication_unique unique (publication_id)
);

create index release_run on release (run_id);

create trigger release_immutable before update or delete on release
  for each row execute function refuse_change();
