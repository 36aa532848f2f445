-- Numbers of invoices, reserved in the transaction of the command that gives them: lists follow a
-- moment later, and in that moment two invoices could get the same number.
create table invoice_number (
  number_key text primary key, -- in small letters
  invoice_of text not null     -- contribution or commission
);
create index invoice_number_of on invoice_number (invoice_of);

-- As the log has them; of two that share one already the earlier keeps it.
insert into invoice_number (number_key, invoice_of)
select number_key, stream_id from (
  select distinct on (stream_id) stream_id, global_index,
    lower(coalesce(payload ->> 'number', payload ->> 'invoiceNumber')) as number_key
  from event_log
  where event_type in ('ContributionInvoiced', 'InvoiceCorrected', 'CommissionInvoiced')
  order by stream_id, global_index desc) as last
where number_key is not null
order by global_index
on conflict do nothing;
