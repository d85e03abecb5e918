-- Several lines beside the trend, each by its name: the nation's, a province's, a city's. What is known of how well a figure is
-- established moves into a note; the status says what kind of figure it is. An empty criterion is that of the figure before.
alter table context_series
  add column name_zh   text not null default '全国',
  add column name_en   text not null default 'China',
  add column position  int  not null default 0,
  add column criterion text not null default '',
  add column note      text not null default '';
update context_series set note = status, status = 'published';
alter table context_series
  alter column name_zh drop default,
  alter column name_en drop default,
  alter column position drop default,
  add constraint context_status check (status in ('published', 'preliminary', 'target')),
  drop constraint context_series_pkey,
  add primary key (survey_id, name_zh, year);
