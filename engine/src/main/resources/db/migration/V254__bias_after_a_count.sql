-- Bias that comes to light after a vote without a meeting was counted.
create table view_motion_bias (
  motion_id       text not null,
  member          text not null,
  reason          text not null,
  disclosed_by    text not null,
  disclosed_on    date not null,
  took_part       boolean not null,
  decisive        text not null,
  vote_again      boolean,
  settled_because text,
  settled_by      text,
  settled_at      timestamptz,
  primary key (motion_id, member)
);
