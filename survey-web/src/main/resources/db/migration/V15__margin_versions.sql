-- Margins come in versions: a corrected set of population totals is a new one, and the old one stays with what was made of it.
create table margin_version (
  id          bigint generated always as identity primary key,
  wave_id     bigint      not null references wave,
  number      int         not null,
  file_name   text        not null default '',
  file_sha256 text        not null default '',
  note        text        not null default '',
  imported_by bigint      references app_user,
  imported_at timestamptz not null default now(),
  constraint margin_version_unique unique (wave_id, number)
);

insert into margin_version (wave_id, number) select distinct wave_id, 1 from margin;

alter table margin add column version_id bigint references margin_version;
update margin set version_id = v.id from margin_version v where v.wave_id = margin.wave_id;
alter table margin
  alter column version_id set not null,
  drop constraint margin_cell_unique,
  drop column wave_id,
  add constraint margin_cell_unique unique (version_id, variables, levels);

create trigger margin_version_immutable before update or delete on margin_version
  for each row execute function refuse_change();
create trigger margin_immutable before update or delete on margin
  for each row execute function refuse_change();

-- The version that a wave's published rate is calibrated to.
create table margin_in_use (
  wave_id    bigint      not null primary key references wave,
  version_id bigint      not null references margin_version,
  chosen_by  bigint      references app_user,
  chosen_at  timestamptz not null default now()
);

insert into margin_in_use (wave_id, version_id) select wave_id, id from margin_version;
