-- What happened, findable. The payload stays in the log; this holds what one searches by.
create table view_history (
  position       bigint primary key,
  stream         text not null,
  type           text not null,
  actor          text not null,
  on_behalf_of   text,
  case_id        text,
  correlation    uuid not null,
  at             timestamptz not null,
  words          tsvector not null
);
create index view_history_type on view_history (type, position);
create index view_history_actor on view_history (actor, position);
create index view_history_represented on view_history (on_behalf_of, position) where on_behalf_of is not null;
create index view_history_case on view_history (case_id, position) where case_id is not null;
create index view_history_correlation on view_history (correlation);
create index view_history_at on view_history using brin (at);
create index view_history_words on view_history using gin (words);

-- What people call a case, so that its later events are found by that name.
create table view_case_name (
  case_id text primary key,
  title   text,
  words   tsvector not null
);
