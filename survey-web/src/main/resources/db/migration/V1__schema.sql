create table app_user (
  id            bigint generated always as identity primary key,
  username      text        not null constraint app_user_username_unique unique,
  display_name  text        not null,
  password_hash text        not null,
  role          text        not null constraint app_user_role_known
                check (role in ('SURVEYOR', 'SUPERVISOR', 'STATISTICIAN', 'ADMIN')),
  active        boolean     not null default true,
  created_at    timestamptz not null default now()
);

create table survey (
  id         bigint generated always as identity primary key,
  code       text        not null constraint survey_code_unique unique,
  name_zh    text        not null,
  name_en    text        not null,
  synthetic  boolean     not null,
  created_at timestamptz not null default now()
);

create table town (
  survey_id bigint not null references survey,
  code      text   not null,
  name_zh   text   not null,
  name_en   text   not null,
  position  int    not null,
  primary key (survey_id, code)
);

create table respondent_group (
  survey_id bigint not null references survey,
  code      text   not null,
  name_zh   text   not null,
  name_en   text   not null,
  position  int    not null,
  primary key (survey_id, code)
);

-- The goal that the survey is held against: operator value by deadline.
create table target (
  survey_id bigint  not null references survey,
  indicator text    not null,
  operator  text    not null constraint target_operator_known check (operator in ('>', '>=', '==')),
  value     numeric not null constraint target_value_is_a_share check (value between 0 and 1),
  deadline  int     not null,
  primary key (survey_id, indicator)
);

-- A series measured elsewhere that charts show beside ours.
create table context_series (
  survey_id bigint  not null references survey,
  year      int     not null,
  rate      numeric not null constraint context_rate_is_a_share check (rate between 0 and 1),
  status    text    not null,
  source    text    not null,
  primary key (survey_id, year)
);

-- Immutable once published: a response can always be read with the form it was given to.
create table questionnaire_version (
  id           bigint generated always as identity primary key,
  survey_id    bigint      not null references survey,
  form_id      text        not null,
  version      text        not null,
  title        text        not null,
  xform        text        not null,
  scoring      jsonb       not null,
  sha256       text        not null,
  published_at timestamptz not null default now(),
  constraint questionnaire_version_unique unique (form_id, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are immutable', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger questionnaire_version_immutable before update or delete on questionnaire_version
  for each row execute function refuse_change();

create table wave (
  id                       bigint generated always as identity primary key,
  survey_id                bigint not null references survey,
  year                     int    not null,
  questionnaire_version_id bigint not null references questionnaire_version,
  opens_on                 date   not null,
  closes_on                date,
  constraint wave_year_unique unique (survey_id, year),
  constraint wave_questionnaire_unique unique (questionnaire_version_id),
  constraint wave_closes_after_opening check (closes_on >= opens_on)
);

-- Primary sampling units drawn for a wave, with what the design weight needs.
create table sampled_psu (
  wave_id               bigint           not null references wave,
  code                  text             not null,
  town_code             text             not null,
  stratum               text             not null,
  residence             text             not null,
  inclusion_probability double precision not null
                        constraint psu_probability_valid check (inclusion_probability > 0 and inclusion_probability <= 1),
  population            int              not null constraint psu_population_positive check (population > 0),
  invited               int              not null,
  primary key (wave_id, code),
  constraint psu_invited_within_population check (invited between 1 and population)
);

create table margin (
  id        bigint generated always as identity primary key,
  wave_id   bigint           not null references wave,
  variables text[]           not null,
  levels    text[]           not null,
  total     double precision not null constraint margin_total_not_negative check (total >= 0),
  source    text             not null,
  as_of     date             not null,
  synthetic boolean          not null,
  constraint margin_cell_unique unique (wave_id, variables, levels),
  constraint margin_cell_complete check (cardinality(variables) = cardinality(levels))
);

create table response (
  id                       bigint generated always as identity primary key,
  instance_id              text        not null constraint response_instance_unique unique,
  wave_id                  bigint      not null references wave,
  questionnaire_version_id bigint      not null references questionnaire_version,
  mode                     text        not null constraint response_mode_known
                           check (mode in ('FACE_TO_FACE', 'WEB', 'ODK_COLLECT')),
  status                   text        not null default 'APPROVED' constraint response_status_known
                           check (status in ('RECEIVED', 'APPROVED', 'RETURNED')),
  revision                 int         not null default 1,
  submitted_by             bigint references app_user,
  received_at              timestamptz not null default now()
);

create index response_wave on response (wave_id) where status = 'APPROVED';

-- Immutable: an edit is a new revision.
create table response_revision (
  response_id bigint      not null references response,
  revision    int         not null,
  xml         text        not null,
  sha256      text        not null,
  answers     jsonb       not null,
  groups      text[]      not null,
  -- absent when none of the scored items was asked, as after a refusal
  score       numeric,
  dimensions  jsonb       not null,
  reason      text,
  created_by  bigint references app_user,
  created_at  timestamptz not null default now(),
  primary key (response_id, revision)
);

create trigger response_revision_immutable before update or delete on response_revision
  for each row execute function refuse_change();

create table audit_log (
  id      bigint generated always as identity primary key,
  at      timestamptz not null default now(),
  actor   bigint references app_user,
  action  text        not null,
  subject text        not null,
  detail  jsonb       not null default '{}'
);

create trigger audit_log_immutable before update or delete on audit_log
  for each row execute function refuse_change();

create table analysis_run (
  id             bigint generated always as identity primary key,
  wave_id        bigint      not null references wave,
  specification  text        not null,
  result         jsonb       not null,
  extract_rows   int         not null,
  extract_sha256 text        not null,
  received       int         not null,
  unweighted     double precision not null,
  engine_version text        not null,
  created_at     timestamptz not null default now(),
  created_by     bigint references app_user
);

create index analysis_run_newest on analysis_run (wave_id, id desc);
