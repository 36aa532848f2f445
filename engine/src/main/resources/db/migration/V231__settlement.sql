-- What is paid back, taken back by a credit note, or owed as interest beside a contribution.
alter table view_contribution
  add column received_on date,
  add column invoice_cents bigint,
  add column overpaid_cents bigint not null default 0,
  add column in_default boolean not null default false;

create table view_contribution_booking (
  contribution_id text    not null,
  kind            text    not null, -- CREDIT, REFUND, INTEREST
  number          integer not null, -- from 1 within the kind
  member_id       text    not null,
  on_day          date    not null,
  until_day       date,             -- last day of the interest
  amount_cents    bigint  not null,
  flat_cents      bigint  not null default 0,
  reference       text,             -- number of the credit note
  words           text,             -- reason, or source of the rates
  gone            boolean not null default false,
  primary key (contribution_id, kind, number)
);
create index view_contribution_booking_member on view_contribution_booking (member_id);

-- Who is in default is told from the beginning.
insert into reader_position (name, position)
select name, 0 from (values ('rebuild:alliance')) as each (name)
where exists (select from event_log)
on conflict do nothing;
