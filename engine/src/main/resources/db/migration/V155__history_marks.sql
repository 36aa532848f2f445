-- What a step of the engine brought about is found by the words of its sentence; the rows are told
-- anew from the first event on.
insert into reader_position (name, position)
select 'rebuild:history', 0 where exists (select from event_log)
on conflict do nothing;
