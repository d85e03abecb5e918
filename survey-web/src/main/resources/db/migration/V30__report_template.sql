-- Word templates of the office. The newest of a language is in use; one without content brings the built-in template back.
create table report_template (
  id          bigint generated always as identity primary key,
  language    text        not null constraint report_template_language_known check (language in ('zh-CN', 'en')),
  name        text        not null,
  content     bytea       not null,
  sha256      text        not null,
  uploaded_by bigint      not null references app_user,
  uploaded_at timestamptz not null
);

create index report_template_newest on report_template (language, id desc);

create trigger report_template_immutable before update or delete on report_template
  for each row execute function refuse_change();
