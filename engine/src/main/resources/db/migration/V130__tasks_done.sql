-- What a person has completed, newest first.
create index view_task_done on view_task (closed_by, closed_at desc, task_id) where closed = 'completed';
