-- What screens read about funding applications; written by the projection "funding" alone.
-- Times without zone are those of the office.
create table view_application (
  application_id    text primary key,
  title             text        not null,
  consortium_id     text,
  programme         text        not null,
  regime            text        not null,
  call_name         text        not null,
  funder            text        not null,
  deadline          timestamp   not null,
  decisive_arrival  text        not null,
  stage             text        not null,
  score             integer,
  advice            text,
  go_motion_id      text,
  go_result         text,
  aim               text,
  work_plan         text,
  benefit           text,
  cover_needed      boolean,
  cover_source      text,
  cover_motion_id   text,
  cover_result      text,
  submitted_at      timestamp,
  electronic_at     timestamp,
  paper_at          timestamp,
  in_time           boolean, -- of the arrival that counts
  excellence        numeric,
  impact            numeric,
  implementation    numeric,
  total             numeric,
  positive          boolean,
  notice_reference  text,
  notice_on         date,
  granted_cents     bigint,
  period_from       date,
  period_until      date,
  proof_source      text,
  final_on          date,
  waived            boolean,
  agreement_on      date,
  drawn_cents       bigint      not null default 0,
  spent_cents       bigint,
  unspent_cents     bigint,
  reason            text,
  lessons           text,
  opened_at         timestamptz not null,
  moved_at          timestamptz not null
);
create index view_application_moved on view_application (moved_at desc, application_id);

create table view_application_partner (
  application_id     text    not null,
  partner_id         text    not null,
  position           bigint  not null, -- of the first budget: the order on screen
  name               text    not null,
  city               boolean not null,
  intensity_percent  integer,
  costs_cents        bigint  not null,
  grant_cents        bigint  not null,
  own_cents          bigint  not null,
  third_party_cents  bigint  not null,
  signatory          text,
  primary key (application_id, partner_id)
);

create table view_application_line (
  application_id     text   not null,
  partner_id         text   not null,
  cost_row           text   not null,
  costs_cents        bigint not null,
  grant_cents        bigint not null,
  own_cents          bigint not null,
  third_party_cents  bigint not null,
  primary key (application_id, partner_id, cost_row)
);

create table view_draw_down (
  application_id  text    not null,
  number          integer not null,
  name            text    not null,
  amount_cents    bigint  not null,
  received_on     date    not null,
  spend_by        date,
  primary key (application_id, number)
);

create table view_application_deadline (
  application_id  text not null,
  kind            text not null, -- submission, appeal, interim-proof, proof-of-use
  due_on          date not null,
  done_on         date,
  primary key (application_id, kind, due_on)
);
