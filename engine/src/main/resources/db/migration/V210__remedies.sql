-- What can be done against the last notice on an application; written by the projection "remedies".
create table view_remedy (
  application_id      text primary key,
  notice              text not null,
  reference           text,
  posted_on           date,
  received_on         date not null,
  notified_on         date not null,
  without_instruction boolean not null default false,
  remedy              text,
  until               date,
  filed               text,
  filed_on            date,
  decided             boolean not null default false,
  ended               boolean not null default false,
  source              text
);

-- How a decision came that a note is about; written by the projection "grant".
alter table view_grant_note
  add column posted_on           date,
  add column received_on         date,
  add column without_instruction boolean not null default false;

-- Whether nothing can be done against a notice; written by the projection "funding".
alter table view_application add column never_final boolean not null default false;
