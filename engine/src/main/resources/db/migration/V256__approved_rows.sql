-- What of each cost row the funder approved; a row is missing while nobody said: then as it was asked for.
create table view_grant_row (
  application_id text not null,
  partner_id     text not null,
  cost_row       text not null,
  costs_cents    bigint not null,
  primary key (application_id, partner_id, cost_row)
);
