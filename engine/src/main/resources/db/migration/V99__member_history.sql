-- Members as they were on any day; written by the projection "member-history" alone. The days of one
-- member follow each other without gap or overlap, from before anything was known of it (no status).
create table view_member_history (
  member_id          text not null,
  valid_from         date not null,
  valid_to           date not null, -- the first day of what came after
  status             text,          -- prospect, closed, member, left
  name               text not null,
  kind               text not null,
  joined_on          date,
  contribution_class text,
  class_year         integer,       -- for which year it was charged
  primary key (member_id, valid_from)
);
create index view_member_history_day on view_member_history using gist (daterange(valid_from, valid_to));
