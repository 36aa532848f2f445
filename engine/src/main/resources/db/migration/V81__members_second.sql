-- Members: number in a register, and the lists that were taken up.
alter table view_member add column register_id text;

-- Written by the projection "member-imports" alone.
create table view_member_import (
  import_id   text primary key,
  file_name   text        not null,
  sha256      text        not null,
  taken       integer     not null,
  known       integer     not null,
  refused     integer     not null,
  imported_at timestamptz not null,
  imported_by text        not null
);
create index view_member_import_newest on view_member_import (imported_at desc, import_id);
