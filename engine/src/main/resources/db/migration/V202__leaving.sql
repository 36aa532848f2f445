-- A member that gave notice is one until its last day: lists tell both days.
alter table view_member add column notice_on date;

-- How a member stands on a day: whoever leaves is inside until the last day, also if it asked again since.
create function member_standing(status text, left_on date, on_day date) returns text language sql immutable as $$
  select case when status <> 'member' and left_on >= on_day then 'member' else status end
$$;

-- Who speaks for a member, also in a team of experts, does so until the member's last day at most.
create function ends_with_member(until_day date, member text) returns date language sql stable as $$
  select least(until_day, (select left_on from view_member where member_id = member and status <> 'member'))
$$;
