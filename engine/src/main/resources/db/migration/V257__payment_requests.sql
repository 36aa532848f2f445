-- Requests for payment and what the funder approved of them.
create table view_payment_request (
  application_id text not null,
  number         integer not null,
  partner_id     text not null,
  name           text not null,
  asked_cents    bigint not null,
  requested_on   date not null,
  approved_cents bigint,
  answered_on    date,
  reason         text,
  withdrawn      boolean not null default false,
  primary key (application_id, number)
);
alter table view_draw_down add column request integer;
