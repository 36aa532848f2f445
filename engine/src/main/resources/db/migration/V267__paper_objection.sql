-- The mayor's objection to what a body decided elsewhere.
create table view_council_objection (
  paper_id    text primary key,
  objected_on date not null,
  reason      text not null,
  holds       boolean,
  settled_on  date,
  reference   text
);
