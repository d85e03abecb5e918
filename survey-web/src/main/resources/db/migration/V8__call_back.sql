-- Responses drawn at random to be asked again whether the interview took place.
create table call_back (
  id          bigint generated always as identity primary key,
  response_id bigint      not null references response constraint call_back_drawn_once unique,
  seed        bigint      not null,
  drawn_by    bigint      not null references app_user,
  drawn_at    timestamptz not null default now(),
  reached     boolean,
  took_place  boolean,
  agreeing    int,
  asked       int,
  note        text,
  told_by     bigint references app_user,
  told_at     timestamptz,
  constraint call_back_agreement_valid check (agreeing between 0 and asked),
  constraint call_back_reached_first check (reached or (took_place is null and asked is null))
);
