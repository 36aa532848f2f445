-- When work may begin before the notice, and when it did.
create table view_start_of_work (
  application_id text primary key,
  requested_on   date,
  grounds        text,
  decided_on     date,
  permitted_from date,
  reference      text,
  reason         text,
  started_on     date,
  what           text
);
