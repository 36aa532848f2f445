-- For which organisation somebody sits on a body: the seat ends with the organisation's membership.
alter table view_body_member add column member_id text;

create or replace function is_insider(meeting text, who text) returns boolean language sql stable as $$
  select exists (
    select from view_meeting m
    where m.meeting_id = meeting and (
      m.clerk = who
      or (m.opened_at is not null and who = any(m.members))
      or (m.opened_at is null and exists (
        select from view_body_member seat
        where seat.body_id = m.body_id and seat.user_id = who
         and (seat.term_from is null or seat.term_from <= (m.starts_at at time zone 'Europe/Berlin')::date)
         and coalesce(ends_with_member(seat.term_until, seat.member_id), 'infinity')
           >= (m.starts_at at time zone 'Europe/Berlin')::date))))
$$;
