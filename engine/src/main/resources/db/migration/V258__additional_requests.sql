-- What the funder asked for in addition while it examined an application.
create table view_additional_request (
  application_id text    not null,
  number         integer not null,
  asked          text    not null,
  received_on    date    not null,
  due_on         date    not null,
  answered_on    date,
  handed_in      text,
  late           boolean not null default false,
  ended          boolean not null default false,
  reason         text,
  primary key (application_id, number)
);
