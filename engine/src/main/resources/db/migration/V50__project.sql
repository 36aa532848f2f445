-- What screens read about projects; written by the projection "project" alone.
create table view_project (
  project_id        text primary key,
  application_id    text        not null,
  consortium_id     text,
  title             text        not null,
  funder            text,
  notice_reference  text,
  grant_cents       bigint      not null,
  period_from       date        not null,
  period_until      date        not null,
  stage             text        not null, -- granted, running, completed, closed
  reporting_months  integer,
  next_report_at    timestamptz,
  scope_light       text,
  time_light        text,
  cost_light        text,
  risk_light        text,
  scope_trend       text,
  time_trend        text,
  cost_trend        text,
  risk_trend        text,
  worst             integer     not null default -1, -- -1 no report yet, 0 green, 1 amber, 2 red
  lights_on         date, -- the day that the lights speak of
  completed_on      date,
  proof_reference   text,
  proof_on          date,
  lessons           text,
  retention_years   integer,
  retention_source  text,
  retain_until      date,
  started_at        timestamptz not null,
  moved_at          timestamptz not null
);
create index view_project_worst on view_project (worst desc, title, project_id);
create index view_project_application on view_project (application_id);

create table view_project_package (
  project_id   text    not null,
  package_id   text    not null,
  position     integer not null,
  title        text    not null,
  responsible  text    not null,
  starts_on    date    not null,
  ends_on      date    not null,
  percent      integer not null default 0,
  as_of        date,
  primary key (project_id, package_id)
);

create table view_project_milestone (
  project_id    text    not null,
  milestone_id  text    not null,
  position      integer not null,
  title         text    not null,
  baseline      date    not null,
  forecast      date    not null,
  reached_on    date,
  primary key (project_id, milestone_id)
);

create table view_project_forecast (
  project_id    text   not null,
  milestone_id  text   not null,
  position      bigint not null,
  reported_on   date   not null,
  former        date   not null,
  forecast      date   not null,
  reason        text,
  primary key (project_id, milestone_id, position)
);

create table view_project_line (
  project_id       text    not null,
  line_id          text    not null,
  position         integer not null,
  title            text    not null,
  budget_cents     bigint  not null,
  committed_cents  bigint  not null default 0,
  actual_cents     bigint  not null default 0,
  forecast_cents   bigint  not null,
  drawn_cents      bigint  not null default 0,
  as_of            date,
  primary key (project_id, line_id)
);

create table view_project_risk (
  project_id   text    not null,
  risk_id      text    not null,
  title        text    not null,
  probability  integer not null,
  impact       integer not null,
  score        integer not null,
  measure      text    not null,
  owner        text    not null,
  closed_for   text, -- the reason; null while open
  primary key (project_id, risk_id)
);

create table view_project_report (
  project_id       text        not null,
  report_id        text        not null,
  number           integer     not null,
  kind             text        not null, -- periodic, occasion
  occasion         text,
  as_of            date        not null,
  due_at           timestamptz not null,
  filed_at         timestamptz, -- null while it is to be written
  scope_percent    double precision,
  delay_days       integer,
  cost_percent     double precision,
  risk_score       integer,
  progress         text,
  comparison       text,
  outlook          text,
  main_risks       text,
  measures         text,
  decisions        text,
  scope_light      text,
  time_light       text,
  cost_light       text,
  risk_light       text,
  scope_trend      text,
  time_trend       text,
  cost_trend       text,
  risk_trend       text,
  override_reason  text,
  escalated        text[], -- the lights that were red twice; null if none
  motion_id        text,
  result           text,
  agreed_measures  text,
  primary key (project_id, report_id)
);

create table view_project_change (
  project_id         text        not null,
  change_id          text        not null,
  change             text        not null,
  reason             text,
  forced             boolean     not null,
  line_id            text,
  milestone_id       text,
  stage              text        not null, -- requested, assessed, withdrawn, adopted, rejected, consented, refused, implemented
  assessment         text,
  cost_effect_cents  bigint,
  delay_days         integer,
  touches_notice     boolean,
  new_budget_cents   bigint,
  new_baseline       date,
  motion_id          text,
  answer_reference   text,
  implemented_on     date,
  requested_at       timestamptz not null,
  primary key (project_id, change_id)
);
