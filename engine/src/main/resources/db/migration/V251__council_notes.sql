-- Consultations that were put off, notes after the decision.
alter table view_council_consultation add column postponed_because text;

create table view_council_note (
  paper_id text not null,
  position bigint not null,
  text     text not null,
  reason   text not null,
  by_user  text not null,
  noted_at timestamptz not null,
  primary key (paper_id, position)
);

create index view_motion_case on view_motion (case_key);

-- The changed wording that a meeting votes on.
alter table view_agenda_item add column amended_text text;
alter table view_agenda_item add column amended_cents bigint;
alter table view_agenda_item add column amended_because text;
alter table view_motion add column amended_text text;
alter table view_motion add column amended_cents bigint;
alter table view_motion add column amendable boolean not null default false;
