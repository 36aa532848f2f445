-- Which row of the plan a change drops or adds.
alter table view_project_change
  add column plan_kind         text,
  add column plan_row          text,
  add column plan_title        text,
  add column plan_responsible  text,
  add column plan_from         date,
  add column plan_until        date,
  add column plan_budget_cents bigint;

-- Told from the beginning.
insert into reader_position (name, position)
select name, 0 from (values ('rebuild:project')) as each (name)
where exists (select from event_log)
on conflict do nothing;
