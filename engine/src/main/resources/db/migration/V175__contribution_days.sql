-- Days of reminders, deferrals and defaults one by one, so that a wrong one can be set right.
create table view_contribution_day (
  contribution_id text    not null,
  kind            text    not null, -- as ContributionDay
  number          integer not null, -- from 1 within the kind
  member_id       text    not null,
  on_day          date    not null,
  primary key (contribution_id, kind, number)
);
create index view_contribution_day_member on view_contribution_day (member_id);

-- A chain shows what an objection or a revocation left of a grant.
insert into reader_position (name, position)
select name, 0 from (values ('rebuild:alliance'), ('rebuild:chain')) as each (name)
where exists (select from event_log)
on conflict do nothing;
