-- A list of persons, such as cadres, that a wave is drawn from beside its areas: numbers, no names. A corrected list is a
-- new one; of each group the newest counts.
create table list_frame (
  id          bigint generated always as identity primary key,
  wave_id     bigint      not null references wave,
  -- the respondent group that the list holds: who of the other sample belongs to it is on the list too
  group_code  text        not null,
  file_name   text        not null,
  file_sha256 text        not null,
  source      text        not null,
  as_of       date        not null,
  synthetic   boolean     not null,
  imported_by bigint      not null references app_user,
  imported_at timestamptz not null default now()
);

create index list_frame_newest on list_frame (wave_id, group_code, id desc);

create trigger list_frame_immutable before update or delete on list_frame
  for each row execute function refuse_change();

create table list_member (
  list_id   bigint  not null references list_frame,
  position  int     not null,
  member    text    not null,
  stratum   text    not null,
  -- empty where the frame of areas does not cover the person's home or the list does not tell it
  unit_code text    not null,
  town_code text    not null,
  in_areas  boolean not null,
  primary key (list_id, member),
  constraint list_member_position_unique unique (list_id, position)
);

create trigger list_member_immutable before update or delete on list_member
  for each row execute function refuse_change();

-- The lists that a draw was made from beside its frame.
create table sample_draw_list (
  draw_id bigint not null references sample_draw,
  list_id bigint not null references list_frame,
  primary key (draw_id, list_id)
);

create trigger sample_draw_list_immutable before update or delete on sample_draw_list
  for each row execute function refuse_change();

-- A person drawn from a list is a sampling unit of one: population and invited are 1, the code is that of the case.
alter table sampled_psu
  -- the list, none for a unit of an area
  add column list   text,
  -- from how many frames, the areas among them, the person could have been drawn
  add column frames int constraint psu_frames_positive check (frames > 0),
  add constraint psu_of_list_complete check ((list is null) = (frames is null)),
  drop constraint psu_second_stage_known,
  add constraint psu_second_stage_known
    check (second_stage in ('persons', 'households-kish', 'households-last-birthday', 'list'));
