-- Deadlines have one source: report, list, page and calendar read the same rows.
alter table view_report_deadline
  add column object_id text, -- application, project, contribution or task whose page shows it
  add column done_on   date; -- when it was met; null where it was put off or dropped
update view_report_deadline d set object_id = coalesce(
  (select s.parent_id from view_report_subject s where s.subject_id = d.subject_id and s.kind = 'milestone'), d.subject_id);
create index view_report_deadline_object on view_report_deadline (object_id, due_on);
drop table view_application_deadline;

insert into reader_position (name, position)
select 'rebuild:report', 0 where exists (select from event_log)
on conflict do nothing;
