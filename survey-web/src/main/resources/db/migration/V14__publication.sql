-- A run on its way to the public: DRAFT, REVIEWED, PUBLISHED. What is published never changes; a correction is a new
-- publication that says which one it replaces, and why.
create table publication (
  id           bigint generated always as identity primary key,
  run_id       bigint      not null references analysis_run,
  state        text        not null constraint publication_state_known check (state in ('DRAFT', 'REVIEWED', 'PUBLISHED')),
  replaces     bigint      references publication,
  reason       text        not null default '',
  proposed_by  bigint      references app_user,
  proposed_at  timestamptz not null,
  reviewed_by  bigint      references app_user,
  reviewed_at  timestamptz,
  published_by bigint      references app_user,
  published_at timestamptz,
  constraint publication_of_run_unique unique (run_id),
  constraint publication_replaced_once unique (replaces),
  constraint publication_correction_has_reason check (replaces is null or reason <> ''),
  constraint publication_reviewed_first check ((state = 'DRAFT') = (reviewed_at is null)),
  constraint publication_dated check ((state = 'PUBLISHED') = (published_at is not null))
);

create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'publication % is published and immutable', old.id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.run_id, new.replaces, new.reason) is distinct from (old.id, old.run_id, old.replaces, old.reason)
       or (old.state, new.state) not in (('DRAFT', 'REVIEWED'), ('REVIEWED', 'PUBLISHED')) then
      raise exception 'publication % goes from draft to reviewed to published', old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  return old;
end $$;

create trigger publication_immutable before update or delete on publication
  for each row execute function refuse_change_of_published();
