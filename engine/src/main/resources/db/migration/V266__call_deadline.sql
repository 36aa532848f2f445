-- The deadline of a call counts among the deadlines while a consortium forms for it: told from the beginning.
insert into reader_position (name, position)
select name, 0 from (values ('rebuild:report')) as each (name)
where exists (select from event_log)
on conflict do nothing;
