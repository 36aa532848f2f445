-- Documents, agreement, changes and commissions of consortia; each written by one projection alone.
create table view_consortium_document (
  consortium_id  text        not null,
  partner_id     text        not null,
  document       text        not null,
  state          text        not null,
  received_on    date,
  reason         text,
  changed_at     timestamptz not null,
  primary key (consortium_id, partner_id, document)
);

create table view_consortium_agreement (
  consortium_id            text primary key,
  signed_on                date,
  quorum                   text    not null,
  majority                 text    not null,
  invitation_days          integer not null,
  extraordinary_days       integer not null,
  minutes_days             integer not null,
  veto_days                integer not null,
  publication_days         integer not null,
  objection_days           integer not null,
  changes_need_resolution  boolean not null,
  source                   text    not null,
  recorded_at              timestamptz not null
);

create table view_consortium_change (
  change_id      text primary key,
  consortium_id  text        not null,
  kind           text        not null,
  reason         text        not null,
  partner        text,
  successor      text,
  amendment      text,
  state          text        not null,
  eligible       boolean,
  finding        text,
  motion_id      text,
  requested_at   timestamptz not null,
  effective_on   date
);
create index view_consortium_change_of on view_consortium_change (consortium_id, requested_at desc);

create table view_commission (
  commission_id   text primary key,
  consortium_id   text        not null,
  kind            text        not null,
  subject         text        not null,
  fee_cents       bigint      not null,
  starts_on       date        not null,
  ends_on         date        not null,
  state           text        not null,
  performed_on    date,
  invoice_number  text,
  invoiced_on     date,
  reason          text,
  ordered_at      timestamptz not null
);
create index view_commission_of on view_commission (consortium_id, ordered_at desc);
