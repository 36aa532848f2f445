-- Side conditions, period and proof of a partner's own notice, and what each spent.
alter table view_grant_share add column regime text;
alter table view_grant_share add column period_from date;
alter table view_grant_share add column period_until date;
alter table view_grant_share add column proof_due date;
create table view_partner_proof (
  application_id text   not null,
  partner_id     text   not null,
  spent_cents    bigint not null,
  unspent_cents  bigint not null,
  primary key (application_id, partner_id)
);
