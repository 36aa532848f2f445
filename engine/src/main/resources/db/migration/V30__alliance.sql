-- What screens read about the alliance; written by the projection "alliance" alone.
create table view_member (
  member_id            text primary key,
  name                 text        not null,
  kind                 text        not null,
  status               text        not null, -- prospect, closed, member, left
  staff                integer,
  turnover_cents       bigint,
  group_staff          integer,
  group_turnover_cents bigint,
  founded_on           date,
  topics               text[]      not null,
  expert_teams         text[]      not null default '{}',
  inquiry              text,
  talk_on              date,
  talk_summary         text,
  offer_number         integer,
  offer_state          text,       -- open, accepted, declined
  offer_cents          bigint,
  offer_class          text,
  offer_joins_on       date,
  offer_valid_until    date,
  joined_on            date,
  left_on              date,
  left_reason          text,
  contribution_class   text,       -- of the year charged last
  moved_at             timestamptz not null
);
create index view_member_name on view_member (lower(name), member_id);
create index view_member_status on view_member (status, lower(name), member_id);
create index view_member_kind on view_member (kind, lower(name), member_id);

-- In kind and exceptions, agreed for years that may not be charged yet.
create table view_member_year (
  member_id        text    not null,
  year             integer not null,
  in_kind_cents    bigint,
  in_kind_what     text,
  exception_cents  bigint,
  exception_reason text,
  primary key (member_id, year)
);

create table view_contribution (
  contribution_id text primary key,
  member_id       text    not null,
  member_name     text    not null,
  year            integer not null,
  terms           text    not null, -- JSON: how the amount came about
  applied_class   text    not null,
  amount_cents    bigint  not null,
  open_cents      bigint  not null,
  status          text    not null, -- charged, free, invoiced, partly-paid, paid, reminded, deferred, default, waived, written-off
  invoice_number  text,
  invoiced_on     date,
  due_on          date,
  reminders       integer not null default 0,
  reason          text
);
create index view_contribution_member on view_contribution (member_id, year desc);
create index view_contribution_year on view_contribution (year, lower(member_name), contribution_id);

create table view_contribution_run (
  run_id     text primary key,
  year       integer     not null,
  state      text        not null, -- preview, final, cancelled
  members    integer     not null,
  assessed   integer     not null default 0,
  reason     text,
  changed_at timestamptz not null,
  changed_by text        not null
);

create table view_contribution_preview (
  run_id         text   not null,
  member_id      text   not null,
  member_name    text   not null,
  assessed_class text   not null,
  applied_class  text   not null,
  fee_cents      bigint not null,
  amount_cents   bigint not null,
  terms          text   not null,
  primary key (run_id, member_id)
);
create index view_contribution_preview_name
  on view_contribution_preview (run_id, lower(member_name), member_id);
