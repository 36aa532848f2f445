-- An application that was rejected stays rejected when its case ends; told anew from the first event.
insert into reader_position (name, position)
select 'rebuild:chain', 0 where exists (select from event_log)
on conflict do nothing;
