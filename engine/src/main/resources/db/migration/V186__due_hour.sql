-- The moment of what is due at an hour; null for what is due on a day.
alter table view_report_deadline add due_at timestamptz;

-- Told anew from the log; meanwhile each counts as due on its day.
insert into reader_position (name, position)
select 'rebuild:report', 0 where exists (select from event_log)
on conflict do nothing;
