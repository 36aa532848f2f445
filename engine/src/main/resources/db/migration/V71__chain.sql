-- How one thing led to another, from the idea to the proof of use; written by the projection
-- "chain" alone. Ids are those of the things' streams; of what has no stream of its own (a notice,
-- a draw-down, a proof) that of its owner and a name.
create table view_chain_node (
  node_id       text primary key,
  stage         text not null,
  owner_id      text not null, -- whose page shows it
  title         text not null,
  label         text,          -- number or reference
  day           date not null,
  amount_cents  bigint,
  state         text not null
);

create table view_chain_link (
  from_id  text not null,
  to_id    text not null,
  primary key (from_id, to_id)
);
create index view_chain_link_back on view_chain_link (to_id);
