-- Offices that people hold in a body: who is mayor is not for everybody to say who records a decision.
create table view_body_office (
  body_id    text not null,
  office     text not null, -- as BodyOffice
  user_id    text not null,
  term_from  date,
  term_until date,
  source     text not null
);
create index view_body_office_body on view_body_office (body_id);
alter table view_body add column main_committee text;

-- An urgent decision is the main committee's, or else the mayor's with one councillor.
alter table view_urgent_decision
  alter column mayor drop not null,
  alter column councillor drop not null,
  add column committee_reason text,
  add column committee_number text;
