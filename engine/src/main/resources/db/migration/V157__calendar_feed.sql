-- Under which secret address a person's calendar is read. Only the hash is kept: who reads the database
-- reads no calendar. Not a view_ table: a rebuild must not lose it.
create table access_calendar (
  user_id    text primary key,
  token_hash bytea not null unique, -- SHA-256
  renewed_at timestamptz not null
);
