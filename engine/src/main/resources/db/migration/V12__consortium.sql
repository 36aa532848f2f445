-- What screens read about consortia; written by the projection "consortium" alone.
create table view_consortium (
  consortium_id          text primary key,
  title                  text        not null,
  topic                  text        not null,
  programme              text        not null,
  call_name              text,
  deadline               date,
  maximum_funding_cents  bigint      not null,
  coordinator            text        not null,
  stage                  text        not null,
  idea                   text        not null,
  aim                    text,
  approach               text,
  benefit                text,
  total_costs_cents      bigint,
  grant_requested_cents  bigint,
  duration_months        integer,
  eligible               boolean,
  eligibility_finding    text,
  eligibility_source     text,
  expert_opinion         text,
  expert_statement       text,
  scientific_opinion     text,
  scientific_statement   text,
  motion_id              text,
  resolution             text,
  dissolved_reason       text,
  proposed_at            timestamptz not null,
  moved_at               timestamptz not null
);
create index view_consortium_moved on view_consortium (moved_at desc, consortium_id);

create table view_consortium_partner (
  consortium_id       text    not null,
  partner_id          text    not null,
  position            bigint  not null, -- of the first invitation: the order on screen
  name                text    not null,
  country             text    not null,
  country_status      text    not null,
  role                text    not null,
  kind                text    not null,
  status              text    not null,
  reminders           integer not null default 0,
  letter              boolean not null default false,
  letter_received_on  date,
  reason              text,
  successor           text,
  primary key (consortium_id, partner_id)
);
