-- Cases and tasks as people see them. One row a case: its tokens, counts and facts are merged into it,
-- so that an event costs one update, not one per token.
create table view_case (
  case_id          text primary key,
  case_key         text not null,
  title            text,
  model_key        text not null,
  model_version    integer not null,
  model_definition text not null,
  model_name       text not null,
  parent_case_id   text,
  started_at       timestamptz not null,
  started_by       text not null,
  moved_at         timestamptz not null,
  position         bigint not null, -- of its newest event
  ended_at         timestamptz,
  ended            text,            -- completed or cancelled
  words            text not null,   -- lower case, for search
  tokens           jsonb not null,  -- token id -> {element, type, name, parent, since}
  done             text[] not null, -- ids of finished elements, once for each time
  variables        jsonb not null   -- of the whole case
) with (fillfactor = 70);
create index view_case_moved on view_case (position desc);
create index view_case_key on view_case (case_key);
create index view_case_parent on view_case (parent_case_id) where parent_case_id is not null;

-- Open and done tasks.
create table view_task (
  task_id         text primary key,
  task_key        text not null,
  name_de         text not null,
  name_en         text,
  subject         text,
  case_id         text not null,
  token_id        text not null,
  parent_token    text,          -- of the subprocess around it
  assignee        text,
  candidates      text[] not null,
  opened_at       timestamptz not null,
  opened_position bigint not null,
  due_at          timestamptz,
  form            text,
  form_version    integer,
  words           text not null, -- lower case, for search
  closed          text,          -- completed or cancelled
  closed_by       text,
  closed_at       timestamptz,
  outcome         text
) with (fillfactor = 70);
create index view_task_case on view_task (case_id);
create index view_task_inbox on view_task (due_at, opened_position, task_id) where closed is null;
create index view_task_assignee on view_task (assignee) where closed is null;

-- Facts local to a token (a partner's own round), every value they had; the newest counts.
create table view_local (
  case_id  text not null,
  scope    text not null,
  name     text not null,
  value    jsonb not null,
  position bigint not null
);
create index view_local_scope on view_local (case_id, scope);

-- Open incidents.
create table view_incident (
  incident_id text primary key,
  case_id     text not null,
  type        text not null,
  element_id  text,
  message     text,
  raised_at   timestamptz not null
);
create index view_incident_case on view_incident (case_id);
