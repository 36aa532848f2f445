-- The one form in which texts are searched: small letters without accents, signs by their plain
-- equivalents, one kind of blank, nothing unseen. Its pair is org.foerderturm.kernel.SearchText.
create function search_text(text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    translate(replace(replace(replace(replace(
      lower(regexp_replace(normalize($1, nfkd),
        '[\u0300-\u036F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]', '', 'g')
        collate "und-x-icu"),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'łøđðħıς‐‑‒–—―−’‘‚‛′`´„“”«»‹›', 'loddhiσ-------''''''''''''''"""""""'),
    '[\t-\r\u001C-\u001F \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'));

alter table view_member add search text not null
  generated always as (search_text(name)) stored;
alter table view_member_history add search text not null
  generated always as (search_text(name)) stored;
alter table view_enterprise add search text not null
  generated always as (search_text(name)) stored;
alter table view_contact add search text not null
  generated always as (search_text(name)) stored;
alter table view_user add search text not null
  generated always as (search_text(display_name)) stored;
alter table view_project add search text not null
  generated always as (search_text(title || ' ' || coalesce(funder, ''))) stored;
alter table view_application add search text not null
  generated always as (search_text(title || ' ' || call_name || ' ' || funder)) stored;
alter table view_application_partner add search text not null
  generated always as (search_text(name)) stored;
alter table view_consortium add search text not null
  generated always as (search_text(title || ' ' || coalesce(call_name, '') || ' ' || coordinator)) stored;
alter table view_consortium_partner add search text not null
  generated always as (search_text(name)) stored;
alter table view_council_paper add search text not null
  generated always as (search_text(coalesce(number, '') || ' ' || title || ' '
    || coalesce(originator, '') || ' ' || coalesce(file_reference, ''))) stored;
alter table view_resolution add search text not null
  generated always as (search_text(number || ' ' || title || ' ' || text)) stored;

update view_case set words = search_text(words) where words <> search_text(words);
update view_task set words = search_text(words) where words <> search_text(words);

-- The words of the history are told anew in this form; meanwhile the old ones answer.
insert into reader_position (name, position)
select 'rebuild:history', 0 where exists (select from event_log)
on conflict do nothing;
