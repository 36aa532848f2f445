-- Half-filled forms of people; no part of the log.
create table task_draft (
  place   text        not null,
  user_id text        not null,
  draft   json        not null,
  kept_at timestamptz not null,
  primary key (place, user_id)
);
create index task_draft_kept_at on task_draft (kept_at);
