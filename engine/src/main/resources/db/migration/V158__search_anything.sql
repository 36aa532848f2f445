-- All groups of three letters of a text: by these an index finds a part of a word anywhere.
create function search_grams(text) returns text[]
  language sql immutable strict parallel safe
  return (select coalesce(array_agg(distinct substr($1, at, 3)), '{}') from generate_series(1, length($1) - 2) at);

create index view_case_grams on view_case using gin (search_grams(words));
create index view_member_grams on view_member using gin (search_grams(search));
create index view_contact_grams on view_contact using gin (search_grams(search));
create index view_enterprise_grams on view_enterprise using gin (search_grams(search));
create index view_consortium_grams on view_consortium using gin (search_grams(search));
create index view_consortium_partner_grams on view_consortium_partner using gin (search_grams(search));
create index view_application_grams on view_application using gin (search_grams(search));
create index view_application_partner_grams on view_application_partner using gin (search_grams(search));
create index view_project_grams on view_project using gin (search_grams(search));
create index view_council_paper_grams on view_council_paper using gin (search_grams(search));
create index view_resolution_grams on view_resolution using gin (search_grams(search));
