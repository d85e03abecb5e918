-- Files of responses that were loaded on a page, and what became of each response that was refused.
create table response_load (
  id          bigint generated always as identity primary key,
  file_name   text        not null,
  file_sha256 text        not null,
  total       int         not null,
  accepted    int         not null default 0,
  repeated    int         not null default 0,
  refused     int         not null default 0,
  loaded_by   bigint      not null references app_user,
  started_at  timestamptz not null default now(),
  finished_at timestamptz,
  constraint response_load_counts_within_total check (accepted + repeated + refused <= total)
);

create table response_load_refusal (
  load_id  bigint not null references response_load,
  position int    not null,
  entry    text   not null,
  code     text   not null,
  reason   text   not null,
  primary key (load_id, position)
);
