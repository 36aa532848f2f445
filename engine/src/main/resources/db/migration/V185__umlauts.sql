-- Umlauts may be written as ae, oe, ue: a text is kept with each such word in its other writing too,
-- behind the first, so that parts of words are found as before and the indexes of letters still serve.
create function search_plain(text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    translate(replace(replace(replace(replace(
      lower(regexp_replace(normalize($1, nfkd),
        '[\u0300-\u036F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]', '', 'g')
        collate "und-x-icu"),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'łøđðħıς‐‑‒–—―−’‘‚‛′`´„“”«»‹›', 'loddhiσ-------''''''''''''''"""""""'),
    '[\t-\r\u001C-\u001F \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'));

create or replace function search_text(text) returns text
  language sql immutable strict parallel safe
  return (select search_plain($1) || coalesce(string_agg(' ' || other.word, '' order by other.at), '')
    from (select word, min(at) as at
          from unnest(string_to_array(
            regexp_replace(search_plain($1), '(?<![aeiouq])([aou])e+', '\1', 'g'), ' '))
            with ordinality folded(word, at)
          where word <> all (string_to_array(search_plain($1), ' '))
          group by word) other);

-- Written anew, the kept columns follow.
update view_member set name = name where search <> search_text(search);
update view_member_history set name = name where search <> search_text(search);
update view_enterprise set name = name where search <> search_text(search);
update view_contact set name = name where search <> search_text(search);
update view_user set display_name = display_name where search <> search_text(search);
update view_project set title = title where search <> search_text(search);
update view_application set title = title where search <> search_text(search);
update view_application_partner set name = name where search <> search_text(search);
update view_consortium set title = title where search <> search_text(search);
update view_consortium_partner set name = name where search <> search_text(search);
update view_council_paper set number = number where search <> search_text(search);
update view_resolution set number = number where search <> search_text(search);
update view_case set words = search_text(words) where words <> search_text(words);
update view_task set words = search_text(words) where words <> search_text(words);

-- The words of the history are told anew in this form; meanwhile the old ones answer.
insert into reader_position (name, position)
select 'rebuild:history', 0 where exists (select from event_log)
on conflict do nothing;
