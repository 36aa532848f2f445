-- De-minimis aid that comes from a grant notice; written by the projection "enterprises".
alter table view_de_minimis_aid
  add column application_id text, -- whose grant it is
  add column corrected      text; -- why its amount is another than at first

alter table view_partner_check
  add column granted_cents         bigint,
  add column granted_sum_cents     bigint,
  add column granted_ceiling_cents bigint;
