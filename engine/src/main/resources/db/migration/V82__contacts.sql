-- People of members and their terms in expert teams; written by the projection "contacts" alone.
create table view_contact (
  contact_id text primary key,
  member_id  text not null,
  name       text not null,
  function   text not null,
  mail       text,
  phone      text,
  from_day   date not null,
  until_day  date
);
create index view_contact_member on view_contact (member_id, lower(name), contact_id);

create table view_expert_term (
  team       text    not null,
  contact_id text    not null,
  from_day   date    not null,
  member_id  text    not null,
  until_day  date,
  chair      boolean not null,
  primary key (team, contact_id, from_day)
);
create index view_expert_term_member on view_expert_term (member_id, from_day desc);
