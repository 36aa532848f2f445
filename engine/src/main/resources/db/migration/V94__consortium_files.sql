alter table view_consortium_document
  add column file_name  text,
  add column media_type text,
  add column file_size  bigint,
  add column sha256     text,
  add column filed_at   timestamptz;
