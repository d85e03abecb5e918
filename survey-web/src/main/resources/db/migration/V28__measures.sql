-- How the cases of a wave had ended when its figures were released: the response rates that go with them. Never changes.
create table release_outcome (
  release_id bigint not null references release,
  kind       text   not null,
  cases      int    not null constraint release_outcome_positive check (cases > 0),
  primary key (release_id, kind)
);

create trigger release_outcome_immutable before update or delete on release_outcome
  for each row execute function refuse_change();

-- What was published elsewhere of the same items.
create table item_reference (
  survey_id bigint  not null references survey,
  item      text    not null,
  place     text    not null,
  year      text    not null,
  n         int,
  percent   numeric not null constraint item_reference_percent check (percent between 0 and 100),
  source    text    not null,
  primary key (survey_id, item, place, year, source)
);
