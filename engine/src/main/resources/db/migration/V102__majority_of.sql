-- What a body's majority is a part of: VOTES, PRESENT or MEMBERS; null in rules older than this.
alter table view_body_rule
  add column majority_of text;
