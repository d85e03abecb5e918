-- A workbook on its way to publication, with the files that came with it: its author looks at it before it is for good.
create table questionnaire_draft (
  id         bigint generated always as identity primary key,
  created_by bigint      not null references app_user,
  file_name  text        not null,
  workbook   bytea       not null,
  created_at timestamptz not null default now()
);

create table draft_media (
  questionnaire_draft_id bigint not null references questionnaire_draft on delete cascade,
  name                   text   not null,
  content                bytea  not null,
  primary key (questionnaire_draft_id, name)
);
