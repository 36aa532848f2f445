-- People as the log knows them.
create table view_user (
  user_id       text primary key,
  display_name  text not null,
  roles         text[] not null,
  locked        boolean not null,
  lock_reason   text,
  registered_at timestamptz not null
);

-- Password hashes. Beside the log on purpose: a hash can be guessed at, the log is kept for ever and
-- exported. Not a view_ table: a rebuild must not lose it.
create table access_credential (
  user_id      text primary key,
  hash         text not null,
  changed_at   timestamptz not null,
  must_change  boolean not null,
  failed       integer not null default 0,
  locked_until timestamptz
);
