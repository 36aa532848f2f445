-- What comes to light or is decided after a vote: late bias, elections, objections of the mayor.
create table view_late_bias (
  meeting_id      text not null,
  item_id         text not null,
  member          text not null,
  subject_id      text not null,
  reason          text not null,
  disclosed_by    text not null,
  disclosed_on    date not null,
  took_part       boolean not null,
  decisive        text not null,
  vote_again      boolean,
  settled_because text,
  settled_by      text,
  settled_at      timestamptz,
  primary key (meeting_id, item_id, member)
);
create index view_late_bias_subject on view_late_bias (subject_id);

create table view_election (
  meeting_id  text not null,
  item_id     text not null,
  round       integer not null,
  votes       json not null,
  no          integer not null,
  abstentions integer not null,
  invalid     integer not null,
  by_ballot   boolean not null,
  outcome     text not null,
  elected     text,
  standing    text[] not null,
  lot         text,
  primary key (meeting_id, item_id, round)
);

create table view_objection (
  body_id     text not null,
  number      text not null,
  subject_id  text not null,
  ground      text not null,
  mayor       text not null,
  objected_on date not null,
  reason      text not null,
  meet_from   date,
  meet_until  date,
  basis       text not null,
  outcome     text,
  decided_on  date,
  reference   text,
  primary key (body_id, number)
);

alter table view_meeting add column expert_citizens text[] not null default '{}';
alter table view_body_member add column expert_citizen boolean not null default false;
