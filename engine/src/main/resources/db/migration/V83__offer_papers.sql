-- The offer on paper: hashes of the PDFs.
alter table view_member add column offer_german text, add column offer_english text;
