-- What reviewers decided about responses; the newest row of a response is its state.
create table review (
  id          bigint generated always as identity primary key,
  response_id bigint      not null references response,
  revision    int         not null,
  decision    text        not null constraint review_decision_known check (decision in ('APPROVED', 'RETURNED', 'EDITED')),
  comment     text        not null,
  made_by     bigint      not null references app_user,
  made_at     timestamptz not null default now(),
  constraint review_says_why check (decision = 'APPROVED' or comment <> '')
);

create index review_response on review (response_id, id desc);

create trigger review_immutable before update or delete on review
  for each row execute function refuse_change();
