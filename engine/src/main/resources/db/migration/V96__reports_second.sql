-- What a grant comes to, so that a report can tell by how much it changed.
alter table view_report_subject add column granted_cents bigint;

-- Milestones, lifted rejections and moved deadlines count from the first event on.
insert into reader_position (name, position)
select 'rebuild:report', 0 where exists (select from event_log)
on conflict do nothing;
