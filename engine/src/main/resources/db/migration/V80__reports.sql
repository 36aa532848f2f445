-- What reports add up; written by the projection "report" alone.
-- What the facts are about: how it is called, where it is shown, by what it is grouped.
create table view_report_subject (
  subject_id   text primary key,
  kind         text not null,  -- application, contribution, motion, idea, task, body
  title        text not null,
  title_en     text,
  page         text,           -- path of its page
  case_id      text,           -- a task's case
  parent_id    text,           -- an application's consortium
  grouped_by   text,           -- programme, class, body or topic
  year         integer,
  asked_cents  bigint,         -- an application's grant requested
  working_day  integer,        -- a motion's day of submission, counted in working days
  state        text            -- an idea's: proposed, selected, started, ended
);

-- One row a fact. A figure of a day is the sum of the facts recorded until its end.
create table view_report_fact (
  position    bigint      not null, -- of the event in the ledger
  part        smallint    not null, -- one event may tell several facts
  report      text        not null,
  measure     text        not null,
  grouped_by  text        not null,
  year        integer     not null,
  subject_id  text        not null,
  at          timestamptz not null,
  number      integer     not null,
  cents       bigint      not null,
  days        integer,              -- working days it took
  primary key (position, part)
);
create index view_report_fact_sum on view_report_fact (report, grouped_by, year, measure)
  include (at, number, cents, days);
create index view_report_fact_told on view_report_fact (report, position);
create index view_report_fact_subject on view_report_fact (subject_id);

-- By when something is due. Nothing is changed but its end: what was due on a day can be asked later.
create table view_report_deadline (
  subject_id      text        not null,
  kind            text        not null, -- submission, appeal, interim-proof, proof-of-use, spend-by, contribution, task
  due_on          date        not null,
  position        bigint      not null, -- of the event that set it
  part            smallint    not null,
  at              timestamptz not null,
  cents           bigint,
  ended_at        timestamptz,          -- met, put off or dropped
  ended_position  bigint,
  primary key (subject_id, kind, due_on, position, part)
);
create index view_report_deadline_due on view_report_deadline (due_on, subject_id);
