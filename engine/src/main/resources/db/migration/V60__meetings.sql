alter table view_body_rule add column meetings json;
alter table view_motion add column tabled_in text;
alter table view_motion add column circular_failed boolean not null default false;

create table view_meeting (
  meeting_id        text primary key,
  body_id           text not null,
  body_name         text not null,
  title             text not null,
  starts_at         timestamptz not null,
  place             text not null,
  chair             text not null,
  clerk             text not null,
  members           text[] not null,
  statutory_members integer not null,
  quorum_needed     integer not null,
  secret_needed     integer not null,
  basis             text not null,
  invite_by         timestamptz not null,
  position          bigint not null,
  phase             text not null default 'planned',
  items             integer not null default 0,
  invited_at        timestamptz,
  urgent_reason     text,
  cancelled_reason  text,
  opened_at         timestamptz,
  closed_at         timestamptz,
  present           text[] not null default '{}',
  lack_stated       boolean not null default false,
  minutes_by        timestamptz,
  minutes           text,
  public_minutes    text,
  minutes_at        timestamptz,
  chair_signed_at   timestamptz,
  clerk_signed_at   timestamptz,
  published_at      timestamptz
);
create index view_meeting_body on view_meeting (body_id, starts_at desc);
create index view_meeting_day on view_meeting (starts_at desc);

create table view_agenda_item (
  meeting_id     text not null,
  item_id        text not null,
  position       bigint not null,
  kind           text not null,
  subject_id     text not null,
  title          text not null,
  text           text not null,
  motion_id      text,
  closed_reason  text,
  second_meeting boolean not null,
  state          text not null default 'ahead',
  called_at      timestamptz,
  round          integer not null default 0,
  secret_asked   text[] not null default '{}',
  handed_in      text[] not null default '{}',
  ballots        json,
  mode           text,
  yes            integer,
  no             integer,
  abstentions    integer,
  present        integer,
  result         text,
  reason         text,
  notes          text[] not null default '{}',
  settled_at     timestamptz,
  settled_position bigint,
  primary key (meeting_id, item_id)
);

-- Open votes and bias, a row for each member that takes part or may not.
create table view_item_member (
  meeting_id text not null,
  item_id    text not null,
  member     text not null,
  vote       text,
  bias       text,
  primary key (meeting_id, item_id, member)
);

create table view_attendance (
  meeting_id text not null,
  position   bigint not null,
  kind       text not null,
  member     text,
  present    integer,
  at         timestamptz not null,
  primary key (meeting_id, position)
);

create table view_resolution (
  body_id    text not null,
  year       integer not null,
  sequence   integer not null,
  number     text not null,
  subject_id text not null,
  meeting_id text,
  motion_id  text,
  case_key   text,
  title      text not null,
  text       text not null,
  result     text not null,
  closed     boolean not null,
  decided_at timestamptz not null,
  position   bigint not null,
  words      tsvector not null,
  primary key (body_id, year, sequence)
);
create index view_resolution_newest on view_resolution (position desc);
create index view_resolution_body on view_resolution (body_id, position desc);
create index view_resolution_words on view_resolution using gin (words);
create index view_resolution_subject on view_resolution (subject_id);

create table view_urgent_decision (
  body_id     text not null,
  decision_id text not null,
  title       text not null,
  text        text not null,
  reason      text not null,
  mayor       text not null,
  councillor  text not null,
  taken_at    timestamptz not null,
  state       text not null default 'pending',
  meeting_id  text,
  position    bigint not null,
  primary key (body_id, decision_id)
);
