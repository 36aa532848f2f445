-- The engine keeps moments in columns without zone. Until now the program ran by the office's clock,
-- whatever the server's zone was, so all of them are Berlin's; from now on it runs in UTC, where no
-- hour comes twice or not at all. An hour that came twice is taken as the later one.
do $$
declare
  col record;
begin
  for col in
    select c.table_name, c.column_name
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.table_name like 'act\_%'
      and c.data_type = 'timestamp without time zone' and t.table_type = 'BASE TABLE'
  loop
    execute format(
      'update %1$I set %2$I = %2$I at time zone ''Europe/Berlin'' at time zone ''UTC'' where %2$I is not null',
      col.table_name, col.column_name);
  end loop;
  -- the beginning of a timer that repeats stands in its text: R3/2026-11-23T18:00:00/PT10H
  if to_regclass('act_ru_job') is not null then
    update act_ru_job set repeat_ = split_part(repeat_, '/', 1) || '/'
      || to_char(split_part(repeat_, '/', 2)::timestamp at time zone 'Europe/Berlin' at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS') || '/' || split_part(repeat_, '/', 3)
    where repeat_ ~ '^R[0-9]*/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}/P[^/]+$';
  end if;
end $$;
