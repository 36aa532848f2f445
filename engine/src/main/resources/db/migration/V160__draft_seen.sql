-- What a form began with when its draft was begun, so that nobody undoes unseen what changed since.
alter table task_draft add column seen json;
