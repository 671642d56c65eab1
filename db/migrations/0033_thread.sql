-- What a household and its practice write to each other: one thread a household, words that nobody changes.
create table app.thread_photo (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  contact_id uuid,
  member_id uuid,
  storage_key text not null,
  width integer not null,
  height integer not null,
  byte_size integer not null,
  added_at timestamptz not null default now(),
  constraint thread_photo_pk primary key (practice_id, id),
  -- Led by its thread, so that a message can only carry a photo of its own.
  constraint thread_photo_of_thread unique (practice_id, client_id, id),
  constraint thread_photo_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint thread_photo_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint thread_photo_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint thread_photo_by_one check ((contact_id is null) <> (member_id is null))
);
--> statement-breakpoint
create table app.thread_message (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  -- Grows with the thread; writers of one thread wait for each other, so that what was read before is before.
  seq integer generated always as identity,
  contact_id uuid,
  member_id uuid,
  words text not null default '',
  photo_id uuid,
  urgent text[] not null default '{}',
  -- The same words sent twice from one form are one message.
  send_key text not null,
  written_at timestamptz not null default now(),
  constraint thread_message_pk primary key (practice_id, id),
  constraint thread_message_once unique (practice_id, client_id, send_key),
  constraint thread_message_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint thread_message_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint thread_message_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint thread_message_photo_fk foreign key (practice_id, client_id, photo_id)
    references app.thread_photo (practice_id, client_id, id),
  constraint thread_message_by_one check ((contact_id is null) <> (member_id is null)),
  constraint thread_message_says check (words <> '' or photo_id is not null)
);
--> statement-breakpoint
create index thread_message_in_order on app.thread_message (practice_id, client_id, seq);
--> statement-breakpoint
-- How far somebody had read, and since when; a later reading is another row.
create table app.thread_read (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  contact_id uuid,
  member_id uuid,
  up_to integer not null,
  read_at timestamptz not null default now(),
  constraint thread_read_pk primary key (practice_id, id),
  constraint thread_read_by_contact unique (practice_id, client_id, contact_id, up_to),
  constraint thread_read_by_member unique (practice_id, client_id, member_id, up_to),
  constraint thread_read_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint thread_read_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint thread_read_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint thread_read_by_one check ((contact_id is null) <> (member_id is null))
);
--> statement-breakpoint
-- A message that became something to speak of at the next visit, or words in the note of one.
create table app.thread_use (
  practice_id uuid not null,
  message_id uuid not null,
  kind text not null constraint thread_use_known check (kind in ('agenda', 'note')),
  client_id uuid not null,
  visit_id uuid,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid,
  constraint thread_use_pk primary key (practice_id, message_id, kind),
  constraint thread_use_message_fk foreign key (practice_id, message_id) references app.thread_message (practice_id, id),
  constraint thread_use_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint thread_use_visit_fk foreign key (practice_id, visit_id) references app.visit (practice_id, id),
  constraint thread_use_added_fk foreign key (practice_id, added_by) references app.member (practice_id, id),
  constraint thread_use_done_fk foreign key (practice_id, done_by) references app.member (practice_id, id),
  constraint thread_use_of_visit check ((kind = 'note') = (visit_id is not null)),
  constraint thread_use_done check ((done_at is null) = (done_by is null))
);
--> statement-breakpoint
create index thread_use_of_client on app.thread_use (practice_id, client_id);
--> statement-breakpoint
-- How a practice takes messages: whether it is away, and how many a month belong to what a household pays for.
create table app.thread_rule (
  practice_id uuid not null,
  away_note text not null default '',
  away_until date,
  monthly integer constraint thread_rule_monthly check (monthly between 1 and 500),
  version integer not null default 1,
  constraint thread_rule_pk primary key (practice_id),
  constraint thread_rule_practice_fk foreign key (practice_id) references app.practice (id)
);
--> statement-breakpoint
do $$
declare
  home text := 'client_id = (select nullif(current_setting(''app.client_id'', true), '''')::uuid)';
  own text := 'exists (select 1 from app.contact c where c.practice_id = %1$I.practice_id and c.id = %1$I.contact_id
    and c.client_id = %1$I.client_id
    and c.user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid))';
begin
  perform app.protect('thread_photo', home, 'false', home || ' and ' || format(own, 'thread_photo'));
  perform app.protect('thread_message', home, 'false', home || ' and ' || format(own, 'thread_message'));
  perform app.protect('thread_read', home, 'false', home || ' and ' || format(own, 'thread_read'));
  perform app.protect('thread_use', 'false', 'false', 'false');
  perform app.protect('thread_rule', 'true', 'false', 'false');
end $$;
--> statement-breakpoint
revoke update, delete on app.thread_photo, app.thread_message, app.thread_read, app.thread_use
  from app_web, app_worker;
--> statement-breakpoint
grant update (done_at, done_by) on app.thread_use to app_web, app_worker;
--> statement-breakpoint
revoke delete on app.thread_rule from app_web, app_worker;
