-- Ideas that nobody works on: set aside with a reason, and where they stood before.
alter table view_consortium add column set_aside_reason text;
alter table view_consortium add column stage_before text;
