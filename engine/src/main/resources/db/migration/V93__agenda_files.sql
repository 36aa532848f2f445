alter table view_agenda_file add column late boolean not null default false;
