-- Where and when a meeting was to be before it was moved.
create table view_meeting_move (
  meeting_id     text not null,
  position       bigint not null,
  from_starts_at timestamptz not null,
  from_place     text not null,
  invited        boolean not null,
  starts_at      timestamptz not null,
  place          text not null,
  reason         text not null,
  at             timestamptz not null,
  primary key (meeting_id, position)
);

-- Until when members may vote on a motion without a meeting; null if they can't, or before this was counted.
alter table view_motion add column vote_until timestamptz;
alter table view_motion add column vote_over boolean not null default false;

-- Files that belong to the paper of an agenda item; found again by their subject in later meetings.
create table view_agenda_file (
  meeting_id  text not null,
  item_id     text not null,
  file_id     text not null,
  subject_id  text not null,
  position    bigint not null,
  name        text not null,
  media_type  text not null,
  size        bigint not null,
  sha256      text not null,
  attached_by text not null,
  attached_at timestamptz not null,
  primary key (meeting_id, item_id, file_id)
);
create index view_agenda_file_subject on view_agenda_file (subject_id, position);
