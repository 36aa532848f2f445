-- Who typed a member's vote: only what somebody typed for another may be set right before the count.
alter table view_item_member add column recorded_by text;

-- Payments of contributions one by one, so that a wrong one can be set right.
alter table view_contribution add column payments integer not null default 0;
create table view_contribution_payment (
  contribution_id text    not null,
  number          integer not null, -- from 1
  member_id       text    not null,
  amount_cents    bigint  not null,
  received_on     date    not null,
  primary key (contribution_id, number)
);
create index view_contribution_payment_member on view_contribution_payment (member_id);
insert into reader_position (name, position)
select 'rebuild:alliance', 0 where exists (select from event_log)
on conflict do nothing;
