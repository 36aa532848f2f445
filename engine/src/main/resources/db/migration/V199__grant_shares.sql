-- What each partner was granted, as its own notice says it.
create table view_grant_share (
  application_id text   not null,
  partner_id     text   not null,
  reference      text,
  granted_cents  bigint not null,
  primary key (application_id, partner_id)
);
alter table view_draw_down add column partner_id text;
update view_draw_down set partner_id = lower(regexp_replace(btrim(name), '\s+', ' ', 'g'));
