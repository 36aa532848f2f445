-- The event log. Append-only; the application role needs no update or delete on it.
-- global_index has no cache: whoever saw an event before appending its own has the higher index (ADR 5).
create table event_log (
  global_index   bigint generated always as identity (cache 1) primary key,
  xid            xid8 not null default pg_current_xact_id(),
  event_id       uuid not null,
  stream_type    text not null,
  stream_id      text not null,
  sequence       bigint not null,
  event_type     text not null,
  revision       smallint not null,
  recorded_at    timestamptz not null,
  actor          text not null,
  on_behalf_of   text,
  roles          text not null,
  correlation_id uuid not null,
  causation_id   uuid,
  case_id        text,
  command_key    text,
  payload        json not null, -- json, not jsonb: the exact text is what the ledger proves
  constraint event_log_stream unique (stream_id, sequence)
);
create index event_log_xid on event_log (xid);
create unique index event_log_command on event_log (command_key) where command_key is not null;
-- who completed a task: the answer to the second who tries
create index event_log_decision on event_log ((payload ->> 'taskId')) where event_type = 'DecisionTaken';
comment on column event_log.global_index is 'insert order; gaps and late commits are normal, nobody reads by it';
comment on column event_log.command_key is 'idempotency key, on the first event of its command';

-- The sealed order: gapless positions from 0 in which everyone reads.
create table ledger_entry (
  position     bigint primary key,
  global_index bigint not null unique,
  leaf_hash    bytea not null
);

-- One row: how far the ledger reaches and the Merkle tree (RFC 6962) over all leaves so far.
create table ledger_head (
  only_row  boolean primary key default true check (only_row),
  size      bigint not null,
  low_xid   xid8 not null, -- no unsealed event has a lower transaction id
  root      bytea not null,
  peaks     bytea not null -- roots of the full subtrees, largest first, 32 bytes each
);
insert into ledger_head (size, low_xid, root, peaks) values (0, '0', sha256(''), '');

-- How far each reader of the ledger has come, written in the transaction of what it wrote.
create table reader_position (
  name     text primary key,
  position bigint not null, -- next position to read
  moved_at timestamptz not null default now(),
  failure  text
);

-- Message names that any deployed model waits for: what the bridge looks at.
create table model_message (name text primary key);

-- Bytes of attached files under their hash; the log holds the hash.
create table case_file (
  sha256  text primary key,
  content bytea not null
);
