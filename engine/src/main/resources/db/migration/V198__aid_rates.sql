-- How much of each partner's costs may be granted, on which day, by which row.
create table view_application_aid (
  application_id text    not null,
  partner_id     text    not null,
  name           text    not null,
  category       text    not null,
  no_aid_reason  text,
  day            date    not null,
  planned        boolean not null,
  percent        integer,
  source         text,
  version        integer,
  above_cents    bigint  not null default 0,
  primary key (application_id, partner_id)
);
