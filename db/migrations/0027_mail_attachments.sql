-- A mail may carry one file. It is kept as it was when the mail was written, so that every attempt sends the same, and
-- let go once the mail is out.
alter table app.outbox
  add column attachment_name text,
  add column attachment bytea,
  add constraint outbox_attachment_named check (attachment is null or attachment_name is not null),
  add constraint outbox_attachment_size check (octet_length(attachment) <= 8388608);
