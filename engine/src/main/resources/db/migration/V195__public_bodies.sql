-- a body of the state itself: what only it holds is not one undertaking
alter table view_enterprise add column public_body boolean not null default false;
