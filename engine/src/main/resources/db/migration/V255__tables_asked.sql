-- What steps of cases asked the decision tables, and what these said: held against the tables of today.
create table view_table_asked (
  position   bigint not null,
  number     integer not null,
  case_id    text not null,
  case_key   text not null,
  at         timestamptz not null,
  table_key  text not null,
  version    integer not null,
  inputs     json not null,
  outputs    json not null,
  primary key (position, number)
);
create index view_table_asked_key on view_table_asked (case_key, table_key);
