-- A plan's division of work as read from its files. An edition never changes; newer files make a new one.
create table division_edition (
  id        bigint generated always as identity primary key,
  survey_id bigint      not null references survey,
  -- nobody: loaded by the server itself
  loaded_by bigint      references app_user,
  loaded_at timestamptz not null
);

create index division_edition_newest on division_edition (survey_id, id desc);

create table division_file (
  edition_id bigint not null references division_edition,
  kind       text   not null,
  name       text   not null,
  sha256     text   not null,
  primary key (edition_id, kind)
);

create table division_unit (
  edition_id bigint not null references division_edition,
  position   int    not null,
  code       text   not null,
  name_zh    text   not null,
  name_en    text   not null,
  -- a town's code, * for all towns, empty for a unit of the whole
  town       text   not null,
  primary key (edition_id, position),
  constraint division_unit_code_unique unique (edition_id, code),
  constraint division_unit_name_unique unique (edition_id, name_zh)
);

-- Units stand by the names printed, in the order printed, twice where the plan prints them twice.
create table division_action (
  edition_id  bigint not null references division_edition,
  position    int    not null,
  number      int    not null,
  category_zh text   not null,
  category_en text   not null,
  name_zh     text   not null,
  name_en     text   not null,
  lead        text[] not null constraint division_action_has_lead check (cardinality(lead) > 0),
  responsible text[] not null,
  groups      text[] not null,
  note        text   not null,
  source      text   not null,
  primary key (edition_id, position),
  constraint division_action_number_unique unique (edition_id, number)
);

create table division_target (
  edition_id  bigint not null references division_edition,
  position    int    not null,
  id          text   not null,
  key         text   not null,
  name_zh     text   not null,
  name_en     text   not null,
  comparison  text,
  value       double precision,
  measure     text   not null constraint division_target_measure_known
              check (measure in ('PERCENT', 'COUNT', 'YES_NO', 'UNQUANTIFIED')),
  deadline    int,
  quote       text   not null,
  section     text   not null,
  note        text   not null,
  action      int,
  aspiration  text   not null constraint division_target_aspiration_known check (aspiration in ('NO', 'YES', 'UNCLEAR')),
  measured_by text   not null,
  primary key (edition_id, position),
  constraint division_target_key_unique unique (edition_id, key),
  constraint division_target_action_exists foreign key (edition_id, action)
    references division_action (edition_id, number),
  constraint division_target_whole check ((comparison is null) = (value is null)
    and (value is null) = (measure = 'UNQUANTIFIED'))
);

create table division_phase (
  edition_id bigint not null references division_edition,
  number     int    not null,
  name_zh    text   not null,
  name_en    text   not null,
  start_year int    not null,
  end_year   int    not null,
  quote      text   not null,
  primary key (edition_id, number),
  constraint division_phase_ends_after_start check (end_year >= start_year)
);

create table division_obligation (
  edition_id bigint not null references division_edition,
  position   int    not null,
  id         text   not null,
  quote      text   not null,
  purpose    text   not null,
  primary key (edition_id, position)
);

create trigger division_edition_immutable before update or delete on division_edition
  for each row execute function refuse_change();
create trigger division_file_immutable before update or delete on division_file
  for each row execute function refuse_change();
create trigger division_unit_immutable before update or delete on division_unit
  for each row execute function refuse_change();
create trigger division_action_immutable before update or delete on division_action
  for each row execute function refuse_change();
create trigger division_target_immutable before update or delete on division_target
  for each row execute function refuse_change();
create trigger division_phase_immutable before update or delete on division_phase
  for each row execute function refuse_change();
create trigger division_obligation_immutable before update or delete on division_obligation
  for each row execute function refuse_change();
