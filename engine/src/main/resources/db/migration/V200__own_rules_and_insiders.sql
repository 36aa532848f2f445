-- Who recorded a body's rules, and when.
alter table view_body_rule
  add column adopted_by text,
  add column adopted_at timestamptz;

-- Whether somebody belongs to those inside at a meeting (closed items, their papers and minutes): who
-- sat on the body on the meeting's day, and who keeps its minutes. No role makes an insider; the office,
-- which runs meetings, is asked for apart.
create function is_insider(meeting text, who text) returns boolean language sql stable as $$
  select exists (
    select from view_meeting m
    where m.meeting_id = meeting and (
      m.clerk = who
      or (m.opened_at is not null and who = any(m.members))
      or (m.opened_at is null and exists (
        select from view_body_member seat
        where seat.body_id = m.body_id and seat.user_id = who
         and (seat.term_from is null or seat.term_from <= (m.starts_at at time zone 'Europe/Berlin')::date)
         and (seat.term_until is null or seat.term_until >= (m.starts_at at time zone 'Europe/Berlin')::date)))))
$$;

-- An event as one may read it: of what was dealt with behind closed doors, those outside learn that it
-- happened and not what it was about.
create function told_to(stream text, payload json, office boolean, who text) returns json language sql stable as $$
  select case
    when office or stream not in ('Meeting', 'Body', 'Motion') then payload
    when (payload ->> 'closedReason' is not null or payload ->> 'closed' = 'true'
        or exists (select from json_array_elements(payload -> 'leftOver') item where item ->> 'closedReason' is not null))
        and not is_insider(payload ->> 'meetingId', who)
      or exists (select from view_agenda_item i
        where i.closed_reason is not null
         and (i.motion_id = payload ->> 'motionId'
           or i.meeting_id = payload ->> 'meetingId' and i.item_id = payload ->> 'itemId')
         and not is_insider(i.meeting_id, who))
      then (select json_object_agg(key, value) from (
        select each.key, each.value from json_each(payload) each
        where each.key in ('bodyId', 'meetingId', 'itemId', 'motionId', 'number', 'year', 'sequence', 'result', 'round', 'mode', 'kind')
        union all select 'title', to_json('—'::text)) kept)
    else payload end
$$;

create index view_agenda_item_motion on view_agenda_item (motion_id);

insert into reader_position (name, position)
select name, 0 from (values ('rebuild:bodies')) as each (name)
where exists (select from event_log)
on conflict do nothing;
