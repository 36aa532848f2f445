-- Changes of decision tables that the office decided on, in the order of their approval. Kept beside
-- the engine's own tables: a new version of the product is deployed with them.
create table office_rule_change (
  file   text not null,
  number int  not null,
  change json not null,
  primary key (file, number)
);

create table view_rule_change (
  change_id    text primary key,
  sheet_id     text not null,
  change       json not null,
  version      int  not null, -- that it was proposed for
  reason       text not null,
  source       text not null,
  past_reason  text,
  proposed_at  timestamptz not null,
  proposed_by  text not null,
  state        text not null, -- open, approved, refused, withdrawn
  decided_at   timestamptz,
  decided_by   text,
  decided_why  text,
  made_version int
);

-- The last time the product came with another version of a table that the office has changed.
create table view_rule_kept (
  file    text primary key,
  version int not null,
  changes int not null,
  problem text,
  at      timestamptz not null
);
