-- What screens read about council papers; written by the projection "council" alone.
create table view_council_paper (
  paper_id          text primary key,
  number            text,
  title             text        not null,
  supplement_to     text,
  asked_by          text,
  dated_on          date,
  file_reference    text,
  originator        text,
  proposal          text,
  variants          text[]      not null default '{}',
  reasons           text,
  total_cents       bigint,
  cover             text,
  staff_effects     text,
  finance_passed    boolean,
  finance_statement text,
  finance_by        text,
  legal_passed      boolean,
  legal_statement   text,
  legal_by          text,
  stage             text        not null, -- draft, cosigning, checks, registered, or the result
  decided_on        date,
  reference         text,
  motion_id         text,
  reason            text,
  drafted_by        text        not null,
  moved_at          timestamptz not null
);
create index view_council_paper_moved on view_council_paper (moved_at desc, paper_id);
create index view_council_paper_supplement on view_council_paper (supplement_to);

create table view_council_year (
  paper_id      text    not null,
  year          integer not null,
  amount_cents  bigint  not null,
  primary key (paper_id, year)
);

create table view_council_consultation (
  paper_id    text    not null,
  position    integer not null,
  body_id     text,
  body        text,
  open        boolean not null,
  planned_on  date    not null,
  purpose     text    not null,
  result      text,
  held_on     date,
  reference   text,
  motion_id   text,
  primary key (paper_id, position)
);

create table view_council_cosigner (
  paper_id    text not null,
  department  text not null,
  user_id     text,
  agrees      boolean,
  statement   text,
  signed_by   text,
  signed_at   timestamptz,
  primary key (paper_id, department)
);

-- The paper that carried the city's own share, if it went to the council as a paper.
alter table view_application add column cover_paper_id text;
