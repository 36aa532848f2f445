-- What the funder's examination of a proof of use found for each partner.
create table view_proof_result (
  application_id   text   not null,
  partner_id       text   not null,
  decided_on       date   not null,
  reference        text,
  cut_cents        bigint not null,
  cut_costs_cents  bigint,
  recognised_cents bigint not null,
  refund_cents     bigint not null,
  refund_due_on    date,
  grounds          text,
  primary key (application_id, partner_id)
);

-- Interest on what a partner must pay back.
create table view_repayment_interest (
  application_id text   not null,
  number         int    not null,
  partner_id     text   not null,
  name           text   not null,
  from_day       date   not null,
  until_day      date   not null,
  most_cents     bigint not null,
  cents          bigint not null,
  source         text   not null,
  primary key (application_id, number)
);

alter table view_application
  add column cut_cents      bigint not null default 0, -- granted, but not recognised in the end
  add column interest_cents bigint not null default 0; -- on what must be paid back
