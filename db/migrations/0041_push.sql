-- What happened also rings: the browsers of a person that may be rung, and when somebody wants no ring. What stands in
-- the lists already rings nobody any more.
alter table app.news add column ring_at timestamptz;
--> statement-breakpoint
alter table app.news alter column ring_at set default now();
--> statement-breakpoint
create index news_to_ring on app.news (ring_at) where ring_at is not null;
--> statement-breakpoint
alter table app.news_choice
  add column silent text[] not null default '{}',
  add column quiet_from smallint not null default 21,
  add column quiet_until smallint not null default 8,
  add column flags_anytime boolean not null default false,
  add constraint news_choice_hours check (quiet_from between 0 and 23 and quiet_until between 0 and 23);
--> statement-breakpoint
create table app.push_device (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contact_id uuid,
  member_id uuid,
  person_id uuid not null generated always as (coalesce(contact_id, member_id)) stored,
  user_id uuid not null,
  -- However a sign-in ends, nobody is rung through it any more.
  session_hash bytea not null references app.auth_session (token_hash) on delete cascade,
  endpoint text not null,
  p256dh bytea not null,
  auth bytea not null,
  name text,
  -- The language of its person when it was last told to ring.
  locale text not null default 'en-GB',
  created_at timestamptz not null default now(),
  rung_at timestamptz,
  ring_at timestamptz,
  lease_until timestamptz,
  attempts smallint not null default 0,
  constraint push_device_pk primary key (practice_id, id),
  constraint push_device_of_sign_in unique (practice_id, session_hash),
  constraint push_device_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint push_device_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint push_device_of_one check ((contact_id is null) <> (member_id is null)),
  constraint push_device_endpoint check (endpoint ~ '^https://' and length(endpoint) <= 1000),
  constraint push_device_keys check (octet_length(p256dh) = 65 and octet_length(auth) = 16)
);
--> statement-breakpoint
create index push_device_of_session on app.push_device (session_hash);
--> statement-breakpoint
create index push_device_of_person on app.push_device (practice_id, person_id);
--> statement-breakpoint
create index push_device_to_ring on app.push_device (ring_at) where ring_at is not null;
--> statement-breakpoint
do $$
declare
  own text := 'user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
begin
  perform app.protect('push_device', own, 'false', own);
  -- What rings a browser is for its person and for the machinery, not for whoever else works here.
  execute format('create policy own on app.push_device as restrictive to app_web, app_worker
    using (%1$s or (select current_setting(''app.role'', true)) = ''system''
      or (select current_setting(''app.purpose'', true)) in (''ring'', ''auth''))
    with check (%1$s or (select current_setting(''app.role'', true)) = ''system''
      or (select current_setting(''app.purpose'', true)) in (''ring'', ''auth''))', own);
end $$;
--> statement-breakpoint
revoke update on app.push_device from app_web, app_worker;
--> statement-breakpoint
grant update (session_hash, locale, rung_at, ring_at, lease_until, attempts) on app.push_device to app_web, app_worker;
--> statement-breakpoint
grant update (ring_at) on app.news to app_web, app_worker;
--> statement-breakpoint
-- The worker rings, and a new sign-in of the same person in the same browser takes it over.
create policy purpose on app.push_device
  using ((select current_setting('app.purpose', true)) in ('ring', 'auth'))
  with check ((select current_setting('app.purpose', true)) in ('ring', 'auth'));
--> statement-breakpoint
drop policy upkeep_sees on app.news;
--> statement-breakpoint
create policy upkeep_sees on app.news for select using ((select current_setting('app.purpose', true)) = 'upkeep'
  and (ring_at <= now() or due_at <= now() - interval '60 days'));
