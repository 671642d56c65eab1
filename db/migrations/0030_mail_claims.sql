-- Who a mail is for, what it says of visits and until when it is worth sending are written down with it, so that all of
-- it can be looked at once more just before it goes.
alter table app.outbox
  add column contact_id uuid,
  add column member_id uuid,
  add column says jsonb,
  add column send_until timestamptz,
  -- On its way since: from here on it cannot be taken back.
  add column carried_at timestamptz,
  add column dropped_why text,
  add constraint outbox_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  add constraint outbox_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id);
