-- A phone's own key to the server: the token itself is known to the phone alone.
create table phone_key (
  id           bigint generated always as identity primary key,
  user_id      bigint      not null references app_user,
  name         text        not null,
  token_sha256 text        not null constraint phone_key_token_unique unique,
  created_at   timestamptz not null default now(),
  revoked_at   timestamptz
);

create index phone_key_user on phone_key (user_id) where revoked_at is null;

-- Files that a form shows or reads, part of the published version.
create table form_media (
  questionnaire_version_id bigint not null references questionnaire_version,
  name                     text   not null,
  media_type               text   not null,
  md5                      text   not null,
  content                  bytea  not null,
  primary key (questionnaire_version_id, name)
);

create trigger form_media_immutable before update or delete on form_media
  for each row execute function refuse_change();

-- The instanceID of an edit; the first revision has that of its response.
alter table response_revision add column instance_id text;

create unique index response_revision_edit on response_revision (instance_id) where instance_id is not null;

-- A file that an answer names: expected from the moment its revision is stored, there once it has been sent.
create table attachment (
  response_id bigint not null,
  revision    int    not null,
  name        text   not null,
  media_type  text,
  sha256      text,
  content     bytea,
  received_at timestamptz,
  primary key (response_id, revision, name),
  foreign key (response_id, revision) references response_revision,
  constraint attachment_whole check (
    (content is null) = (sha256 is null) and (content is null) = (media_type is null)
    and (content is null) = (received_at is null))
);

create function refuse_change_of_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.content is null
      and (new.response_id, new.revision, new.name) = (old.response_id, old.revision, old.name) then
    return new;
  end if;
  raise exception 'a received file is immutable' using errcode = 'restrict_violation';
end $$;

create trigger attachment_immutable before update or delete on attachment
  for each row execute function refuse_change_of_file();
