-- What a council resolved with changes, whose bodies decide, and how much of the own share it covers.
alter table view_council_consultation add column municipal boolean;
alter table view_council_consultation add column amended_text text;
alter table view_council_consultation add column amended_cents bigint;
alter table view_council_paper add column resolved_cents bigint;
alter table view_application add column cover_cents bigint;
