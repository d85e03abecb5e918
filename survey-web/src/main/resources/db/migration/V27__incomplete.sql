-- How many responses a run was made of that left scored items without an answer, and runs about just that.
alter table analysis_run
  add column incomplete int not null default 0,
  drop constraint analysis_run_kind_known,
  add constraint analysis_run_kind_known
      check (kind in ('HEADLINE', 'TABLE', 'COMPARISON', 'TEST', 'MODEL', 'MISSING'));
