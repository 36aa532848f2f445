-- A contribution in default stays so when it is reminded of or paid in part; what was shown
-- otherwise is told anew from the first event on.
insert into reader_position (name, position)
select 'rebuild:alliance', 0 where exists (select from event_log)
on conflict do nothing;
