-- what of the money of others comes from public bodies: it counts with the aid
alter table view_application_line add column public_cents bigint not null default 0;
