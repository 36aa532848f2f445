-- How a call is decided, its first stage, and the place on the reserve list.
alter table view_application add column two_stage boolean not null default false;
alter table view_application add column rules_reason text;
alter table view_application add column total_most numeric;
alter table view_application add column reserve_rank integer;
alter table view_application add column reserve_until date;

-- What the call itself says of its marks.
create table view_application_threshold (
  application_id text    not null,
  stage          text    not null,
  mark           text    not null,
  least          numeric not null,
  weight         numeric,
  primary key (application_id, stage, mark)
);

-- The first stage of a call in two.
create table view_application_stage (
  application_id text      primary key,
  submitted_at   timestamp not null,
  deadline       timestamp not null,
  excellence     numeric,
  impact         numeric,
  implementation numeric,
  total          numeric,
  most           numeric,
  invited        boolean,
  decided_on     date,
  reference      text,
  statement      text
);
