-- What the law asks a statistical questionnaire to carry, and how precise the wave is planned to be.
alter table wave
  add column form_number     text,
  add column issuing_body    text,
  add column approval_number text,
  add column valid_until     date,
  -- half the width of the 95 % interval of the headline rate, as a share
  add column planned_margin  numeric not null default 0.015
             constraint wave_planned_margin_is_a_share check (planned_margin > 0 and planned_margin < 1);

create table user_town (
  user_id   bigint not null references app_user,
  town_code text   not null,
  primary key (user_id, town_code)
);

-- One person or household to be interviewed. Contact data stays in this table alone.
create table survey_case (
  id            bigint generated always as identity primary key,
  wave_id       bigint not null references wave,
  code          text   not null constraint case_code_valid check (code ~ '^[A-Za-z0-9._-]{1,40}$'),
  psu_code      text   not null,
  town_code     text   not null,
  address       text   not null default '',
  contact_name  text   not null default '',
  contact_phone text   not null default '',
  assigned_to   bigint references app_user,
  status        text   not null default 'OPEN' constraint case_status_known
                check (status in ('OPEN', 'DONE', 'CLOSED')),
  -- AAPOR code, given when the case comes to its end
  disposition   text,
  constraint case_code_unique unique (wave_id, code),
  constraint case_ended_with_disposition check ((status = 'OPEN') = (disposition is null))
);

create index survey_case_assigned on survey_case (assigned_to) where assigned_to is not null;

-- Who may see and work on which case: the one place of this rule.
create view case_right as
select u.id as user_id, c.id as case_id
from app_user u join survey_case c on case u.role
  when 'SURVEYOR' then c.assigned_to = u.id
  when 'SUPERVISOR' then exists (select from user_town t where t.user_id = u.id and t.town_code = c.town_code)
  else true end;

-- A visit or call; its id is made by the client, so that a repeat is harmless.
create table contact_attempt (
  id          uuid primary key,
  case_id     bigint      not null references survey_case,
  at          timestamptz not null,
  outcome     text        not null,
  note        text        not null default '',
  made_by     bigint references app_user,
  received_at timestamptz not null default now()
);

create index contact_attempt_case on contact_attempt (case_id, at);

create trigger contact_attempt_immutable before update or delete on contact_attempt
  for each row execute function refuse_change();

-- A respondent's own way in. The token itself is known to the respondent alone.
create table respondent_link (
  id           bigint generated always as identity primary key,
  case_id      bigint      not null references survey_case,
  token_sha256 text        not null constraint respondent_link_token_unique unique,
  valid_until  date        not null,
  created_by   bigint references app_user,
  created_at   timestamptz not null default now(),
  revoked_at   timestamptz,
  used_at      timestamptz
);

create index respondent_link_case on respondent_link (case_id);

-- Responses wanted from a group in a town; group '' stands for the whole town.
create table quota (
  wave_id    bigint not null references wave,
  town_code  text   not null,
  group_code text   not null,
  target     int    not null constraint quota_not_negative check (target >= 0),
  primary key (wave_id, town_code, group_code)
);

alter table response add column case_id bigint references survey_case;

create unique index response_case_once on response (case_id) where case_id is not null;
