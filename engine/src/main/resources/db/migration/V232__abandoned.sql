-- Rows of a plan that are dropped, and projects that end before their work is done.
alter table view_project
  add column abandoned_because text,
  add column abandoned_consent text;
alter table view_project_milestone add column dropped_on date;
alter table view_project_package add column dropped_on date;
