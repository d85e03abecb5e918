-- How a wave's weights are made, step by step, as saved by a statistician; a changed plan is a new one.
create table weighting_plan (
  id                bigint generated always as identity primary key,
  wave_id           bigint      not null references wave,
  number            int         not null,
  -- the steps before calibration and the way of calibrating
  choices           json        not null,
  margin_version_id bigint      references margin_version,
  note              text        not null default '',
  saved_by          bigint      not null references app_user,
  saved_at          timestamptz not null default now(),
  constraint weighting_plan_unique unique (wave_id, number)
);

create trigger weighting_plan_immutable before update or delete on weighting_plan
  for each row execute function refuse_change();

-- Every acceptance; the newest of a wave counts. Without a plan the wave goes back to raking its base weights.
create table weighting_acceptance (
  id          bigint generated always as identity primary key,
  wave_id     bigint      not null references wave,
  plan_id     bigint      references weighting_plan,
  accepted_by bigint      not null references app_user,
  accepted_at timestamptz not null default now()
);

create index weighting_acceptance_newest on weighting_acceptance (wave_id, id desc);

create trigger weighting_acceptance_immutable before update or delete on weighting_acceptance
  for each row execute function refuse_change();
