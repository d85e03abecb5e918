-- The units that a wave's sample is drawn from, as imported; a corrected frame is a new one.
create table frame (
  id          bigint generated always as identity primary key,
  wave_id     bigint      not null references wave,
  file_name   text        not null,
  file_sha256 text        not null,
  source      text        not null,
  as_of       date        not null,
  synthetic   boolean     not null,
  imported_by bigint      not null references app_user,
  imported_at timestamptz not null default now()
);

create index frame_newest on frame (wave_id, id desc);

create trigger frame_immutable before update or delete on frame
  for each row execute function refuse_change();

create table frame_unit (
  frame_id  bigint not null references frame,
  position  int    not null,
  code      text   not null,
  name_zh   text   not null,
  name_en   text   not null,
  town_code text   not null,
  stratum   text   not null,
  residence text   not null,
  size      int    not null constraint frame_unit_size_positive check (size > 0),
  latitude  double precision constraint frame_unit_latitude_valid check (latitude between -90 and 90),
  longitude double precision constraint frame_unit_longitude_valid check (longitude between -180 and 180),
  primary key (frame_id, code),
  constraint frame_unit_position_unique unique (frame_id, position)
);

create trigger frame_unit_immutable before update or delete on frame_unit
  for each row execute function refuse_change();

-- What the sample is planned for; kept as given, so that the page opens on it again.
create table sampling_plan (
  wave_id  bigint      not null primary key references wave,
  inputs   jsonb       not null,
  saved_by bigint      not null references app_user,
  saved_at timestamptz not null default now()
);

-- A draw that anybody can repeat: frame, plan with seed, version of the engine, and the hash of what came out.
create table sample_draw (
  id             bigint generated always as identity primary key,
  wave_id        bigint      not null references wave,
  frame_id       bigint      not null references frame,
  frame_sha256   text        not null,
  plan           text        not null,
  seed           bigint      not null,
  engine_version text        not null,
  sample_sha256  text        not null,
  drawn_by       bigint      not null references app_user,
  drawn_at       timestamptz not null default now()
);

create index sample_draw_wave on sample_draw (wave_id, id desc);

create trigger sample_draw_immutable before update or delete on sample_draw
  for each row execute function refuse_change();

-- The one draw that became a wave's sample.
create table accepted_draw (
  wave_id     bigint      not null primary key references wave,
  draw_id     bigint      not null unique references sample_draw,
  accepted_by bigint      not null references app_user,
  accepted_at timestamptz not null default now()
);

create trigger accepted_draw_immutable before update or delete on accepted_draw
  for each row execute function refuse_change();

-- How the sampled unit came in, and where it lies.
alter table sampled_psu
  add column certainty boolean not null default false,
  add column name_zh   text,
  add column name_en   text,
  add column latitude  double precision,
  add column longitude double precision;

-- Persons drawn as a reserve, in the order in which they are released; released ones are cases.
create table reserve_case (
  wave_id   bigint not null references wave,
  code      text   not null,
  psu_code  text   not null,
  town_code text   not null,
  position  int    not null,
  primary key (wave_id, code),
  constraint reserve_case_order unique (wave_id, psu_code, position)
);
