-- The register of enterprises; written by the projection "enterprises" alone.
create table view_enterprise (
  enterprise_id  text primary key,
  name           text         not null,
  public_percent numeric(5,2) not null
);
create index view_enterprise_name on view_enterprise (lower(name), enterprise_id);

create table view_enterprise_year (
  enterprise_id  text    not null,
  year           integer not null,
  staff          integer not null,
  turnover_cents bigint  not null,
  balance_cents  bigint  not null,
  primary key (enterprise_id, year)
);

create table view_enterprise_link (
  holder_id     text         not null,
  held_id       text         not null,
  share_percent numeric(5,2) not null,
  controls      boolean      not null,
  relation      text         not null, -- linked, partner, independent
  source        text         not null,
  primary key (holder_id, held_id)
);
create index view_enterprise_link_held on view_enterprise_link (held_id);

create table view_de_minimis_aid (
  aid_id        text primary key,
  enterprise_id text   not null,
  amount_cents  bigint not null,
  granted_on    date   not null,
  grantor       text   not null,
  document      text   not null,
  cancelled     text   -- why it counts no more
);
create index view_de_minimis_aid_enterprise on view_de_minimis_aid (enterprise_id, granted_on desc);

-- What the register said about the partners of an application.
create table view_partner_check (
  application_id text    not null,
  partner_id     text    not null,
  partner        text    not null,
  enterprise_id  text,
  size           text,
  derived        boolean not null default false,
  last_year      integer,
  version        integer not null default 0, -- of the table sme-size
  aid_cents      bigint,
  sum_cents      bigint,
  ceiling_cents  bigint,
  primary key (application_id, partner_id)
);
