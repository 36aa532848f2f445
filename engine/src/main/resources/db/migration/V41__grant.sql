-- What becomes of a grant after its notice. The columns of view_application are written by the
-- projection "funding", the tables by "grant".
alter table view_application
  add column stopped_since  date,
  add column objected_on    date,
  add column refund_cents   bigint not null default 0, -- to be paid back in all
  add column refunded_cents bigint not null default 0;

create table view_grant_change (
  application_id  text    not null,
  change_id       text    not null,
  number          integer not null,
  kind            text    not null, -- reallocation, extension, partner
  name            text,
  from_row        text,
  to_row          text,
  amount_cents    bigint,
  period_until    date,
  successor       text,
  reason          text,
  consent_needed  boolean,
  source          text,
  state           text    not null, -- begun, drafted, put, consented, refused, withdrawn, free
  put_on          date,
  decided_on      date,
  reference       text,
  answer          text,
  primary key (application_id, change_id)
);

create table view_grant_note (
  application_id  text   not null,
  position        bigint not null,
  kind            text   not null,
  day             date   not null,
  due_on          date,
  amount_cents    bigint,
  reference       text,
  reason          text,
  primary key (application_id, position)
);

create table view_budget_year (
  application_id  text    not null,
  year            integer not null,
  closed_on       date    not null,
  primary key (application_id, year)
);
