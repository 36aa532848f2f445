-- A rejection that is contested; written by the projection "funding".
alter table view_application
  add column contest_until      date,
  add column objection_possible boolean not null default false;
