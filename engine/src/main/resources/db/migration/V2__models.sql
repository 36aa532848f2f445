create table view_model (
  definition_id text primary key,
  kind          text not null,
  key           text not null,
  version       int not null,
  name          text not null,
  sha256        text not null,
  deployed_at   timestamptz not null,
  deployed_by   text not null
);
create index view_model_key on view_model (kind, key, version desc);
