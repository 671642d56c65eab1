-- Mails that a person can do without: who wants which, links that stop one kind without signing in, and addresses that
-- came back.
alter table app.contact
  -- The address that a server refused for good; another one takes its place by being written down.
  add column bounced_address public.citext,
  add column bounced_at timestamptz;
--> statement-breakpoint
alter table app.member add column weekly_letter boolean not null default true;
--> statement-breakpoint
create table app.mail_choice (
  practice_id uuid not null,
  contact_id uuid not null,
  reminder boolean not null default true,
  -- On the clock of the home; null: no nudge.
  homework_hour smallint,
  changed_at timestamptz not null default now(),
  constraint mail_choice_pk primary key (practice_id, contact_id),
  constraint mail_choice_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint mail_choice_hour check (homework_hour between 6 and 22)
);
--> statement-breakpoint
-- One link a person and kind, for as long as anybody has the mail. Only the hash of its token is kept.
create table app.mail_stop_link (
  practice_id uuid not null,
  token_hash bytea not null unique,
  kind text not null,
  contact_id uuid,
  member_id uuid,
  constraint mail_stop_link_pk primary key (practice_id, token_hash),
  constraint mail_stop_link_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint mail_stop_link_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint mail_stop_link_of_one check ((contact_id is null) <> (member_id is null))
);
--> statement-breakpoint
do $$
declare
  own text := 'exists (select 1 from app.contact c where c.practice_id = mail_choice.practice_id
    and c.id = mail_choice.contact_id and c.user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid))';
begin
  perform app.protect('mail_choice', own, 'false', own);
  perform app.protect('mail_stop_link', 'false', 'false', 'false');
end $$;
--> statement-breakpoint
revoke delete on app.mail_choice from app_web, app_worker;
--> statement-breakpoint
revoke update, delete on app.mail_stop_link from app_web, app_worker;
--> statement-breakpoint
-- The worker goes from practice to practice, to see whose reminders are due.
create policy upkeep_sees on app.practice for select
  using ((select current_setting('app.purpose', true)) = 'upkeep');
--> statement-breakpoint
grant create on schema app to app_lookup;
--> statement-breakpoint
grant select on app.mail_stop_link to app_lookup;
--> statement-breakpoint
grant select, insert, update on app.mail_choice to app_lookup;
--> statement-breakpoint
grant update (weekly_letter) on app.member to app_lookup;
--> statement-breakpoint
grant insert on app.audit_event to app_lookup;
--> statement-breakpoint
create policy lookup on app.mail_stop_link to app_lookup using (true) with check (true);
--> statement-breakpoint
create policy lookup on app.mail_choice to app_lookup using (true) with check (true);
--> statement-breakpoint
create policy lookup on app.audit_event for insert to app_lookup with check (true);
--> statement-breakpoint
-- What a link would stop; nothing for a token that is not one, or for somebody who left.
create function app.open_stop_link(token bytea)
returns table (practice_name text, kind text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.name, l.kind from app.mail_stop_link l join app.practice p on p.id = l.practice_id
  where l.token_hash = token
    and (exists (select 1 from app.contact c
        where c.practice_id = l.practice_id and c.id = l.contact_id and c.removed_at is null)
      or exists (select 1 from app.member m
        where m.practice_id = l.practice_id and m.id = l.member_id and m.removed_at is null))
$$;
--> statement-breakpoint
-- Stops that one kind for that one person, as often as it is asked; false where the link opens nothing.
create function app.stop_mails(token bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  stopped record;
begin
  if not exists (select 1 from app.open_stop_link(token)) then
    return false;
  end if;
  select * into stopped from app.mail_stop_link l where l.token_hash = token;
  if stopped.member_id is not null then
    update app.member m set weekly_letter = false
      where m.practice_id = stopped.practice_id and m.id = stopped.member_id;
  else
    insert into app.mail_choice as chosen (practice_id, contact_id, reminder)
      values (stopped.practice_id, stopped.contact_id, stopped.kind <> 'reminder')
      on conflict (practice_id, contact_id) do update set changed_at = now(),
        reminder = chosen.reminder and stopped.kind <> 'reminder',
        homework_hour = case when stopped.kind = 'homework' then null else chosen.homework_hour end;
  end if;
  insert into app.audit_event (practice_id, viewer_kind, verb, noun, noun_id, detail)
    values (stopped.practice_id, 'link', 'stop', 'mail', coalesce(stopped.contact_id, stopped.member_id),
      jsonb_build_object('kind', stopped.kind));
  return true;
end $$;
--> statement-breakpoint
alter function app.open_stop_link(bytea) owner to app_lookup;
--> statement-breakpoint
alter function app.stop_mails(bytea) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
