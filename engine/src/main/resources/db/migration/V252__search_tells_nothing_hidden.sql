-- Whether an event is about what was dealt with behind closed doors, without its reader having been inside.
create function hidden_from(stream text, payload json, who text) returns boolean language sql stable as $$
  select stream in ('Meeting', 'Body', 'Motion') and (
    (payload ->> 'closedReason' is not null or payload ->> 'closed' = 'true'
        or exists (select from json_array_elements(payload -> 'leftOver') item where item ->> 'closedReason' is not null))
      and not coalesce(is_insider(payload ->> 'meetingId', who), false)
    or exists (select from view_agenda_item i
      where i.closed_reason is not null
       and (i.motion_id = payload ->> 'motionId'
         or i.meeting_id = payload ->> 'meetingId' and i.item_id = payload ->> 'itemId')
       and not is_insider(i.meeting_id, who)))
$$;

-- The history of a thing tells those outside that something happened, and not what it was about; a search
-- doesn't even tell that.
create or replace function told_to(stream text, payload json, office boolean, who text) returns json language sql stable as $$
  select case
    when office or not hidden_from(stream, payload, who) then payload
    else (select json_object_agg(key, value) from (
        select each.key, each.value from json_each(payload) each
        where each.key in ('bodyId', 'meetingId', 'itemId', 'motionId', 'number', 'year', 'sequence', 'result', 'round', 'mode', 'kind')
        union all select 'title', to_json('—'::text)) kept) end
$$;
