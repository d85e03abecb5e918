-- Whether the rows of a wave have changed is asked before every analysis: answered from the index alone.
create index response_state on response (wave_id) include (id, revision, status);

-- What was computed is kept to the letter, also what statisticians save under a title. A run never changes.
alter table analysis_run
  alter column result type json using result::text::json,
  add column kind  text not null default 'HEADLINE' constraint analysis_run_kind_known
                   check (kind in ('HEADLINE', 'TABLE', 'COMPARISON', 'TEST', 'MODEL')),
  add column title text not null default '',
  -- the waves it is about; wave_id is the newest of them
  add column waves bigint[] not null default '{}';

update analysis_run set waves = array[wave_id];

alter table analysis_run
  alter column waves drop default,
  add constraint analysis_run_about_waves check (wave_id = any (waves)),
  add constraint analysis_run_saved_under_title check (kind = 'HEADLINE' or (title <> '' and created_by is not null));

drop index analysis_run_newest;
create index analysis_run_newest on analysis_run (wave_id, id desc) where kind = 'HEADLINE';

create trigger analysis_run_immutable before update or delete on analysis_run
  for each row execute function refuse_change();
