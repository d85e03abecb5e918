-- Households of a unit, where the frame tells them; they are drawn from where households are visited.
alter table frame_unit add column households int not null default 0
  constraint frame_unit_households_not_negative check (households >= 0);

-- What population and invited of a sampled unit count: persons, or households with a person chosen in each.
alter table sampled_psu add column second_stage text not null default 'persons'
  constraint psu_second_stage_known check (second_stage in ('persons', 'households-kish', 'households-last-birthday'));

-- Which line of the unit's list a case is, and how its person is found.
alter table survey_case
  add column list_line  int,
  add column kish_table text;

alter table reserve_case
  add column list_line  int,
  add column kish_table text;
