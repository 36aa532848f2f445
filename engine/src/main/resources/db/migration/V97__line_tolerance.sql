-- By which rule a change was forced; written by the projection of projects.
alter table view_project_change
  add column tolerance_percent integer,
  add column tolerance_source  text;
