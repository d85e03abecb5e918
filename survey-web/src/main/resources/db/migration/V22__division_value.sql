-- What a counted target has come to, by date, with the evidence. A value never changes; a wrong one is withdrawn.
create table division_value (
  id              bigint generated always as identity primary key,
  survey_id       bigint           not null references survey,
  -- the target's key: it goes by the same one in every edition
  target_key      text             not null,
  -- a town's own share; empty for the whole
  town_code       text             not null,
  value           double precision not null constraint division_value_not_negative check (value >= 0),
  as_of           date             not null,
  note            text             not null,
  evidence_name   text             not null,
  evidence_type   text             not null,
  evidence_sha256 text             not null,
  evidence        bytea            not null constraint division_evidence_not_empty check (length(evidence) > 0),
  -- nobody: entered by the server itself
  entered_by      bigint           references app_user,
  entered_at      timestamptz      not null
);

create index division_value_of on division_value (survey_id, target_key, as_of desc, id desc);

create table division_value_withdrawal (
  value_id     bigint      primary key references division_value,
  reason       text        not null constraint division_withdrawal_has_reason check (reason <> ''),
  withdrawn_by bigint      not null references app_user,
  withdrawn_at timestamptz not null
);

create trigger division_value_immutable before update or delete on division_value
  for each row execute function refuse_change();
create trigger division_value_withdrawal_immutable before update or delete on division_value_withdrawal
  for each row execute function refuse_change();
