create table view_body (
  body_id           text primary key,
  name              text not null,
  kind              text not null,
  statutory_members integer not null
);

create table view_body_member (
  body_id    text not null,
  user_id    text not null,
  term_from  date,
  term_until date
);
create index view_body_member_body on view_body_member (body_id);

-- The rules of bodies, as dated rows with their source.
create table view_body_rule (
  body_id              text not null,
  number               integer not null,
  quorum_numerator     integer not null,
  quorum_denominator   integer not null,
  quorum_at_least      boolean not null,
  majority_numerator   integer not null,
  majority_denominator integer not null,
  majority_at_least    boolean not null,
  valid_from           date,
  source               text not null,
  primary key (body_id, number)
);

create table view_motion (
  motion_id         text primary key,
  body_id           text not null,
  body_name         text not null,
  title             text not null,
  proposal          text not null,
  case_key          text not null,
  submitted_at      timestamptz not null,
  submitted_by      text not null,
  position          bigint not null,
  entitled          integer not null,
  statutory_members integer not null,
  quorum_needed     integer not null,
  basis             text not null,
  yes               integer not null default 0,
  no                integer not null default 0,
  abstentions       integer not null default 0,
  biased            integer not null default 0,
  result            text,
  decided_at        timestamptz
);
create index view_motion_newest on view_motion (position desc);
create index view_motion_body on view_motion (body_id, position desc);

-- One row for each entitled member from the start; vote stays null while outstanding, or if biased.
create table view_vote (
  motion_id   text not null,
  member      text not null,
  vote        text,
  biased      boolean not null default false,
  bias_reason text,
  voted_at    timestamptz,
  primary key (motion_id, member)
);
