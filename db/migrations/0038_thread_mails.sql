-- The mail that a message waits is one more that a person can do without.
alter table app.mail_choice add column messages boolean not null default true;
--> statement-breakpoint
alter table app.member add column message_mails boolean not null default true;
--> statement-breakpoint
grant create on schema app to app_lookup;
--> statement-breakpoint
grant update (message_mails) on app.member to app_lookup;
--> statement-breakpoint
-- Stops that one kind for that one person, as often as it is asked; false where the link opens nothing.
create or replace function app.stop_mails(token bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  stopped record;
begin
  if not exists (select 1 from app.open_stop_link(token)) then
    return false;
  end if;
  select * into stopped from app.mail_stop_link l where l.token_hash = token;
  if stopped.member_id is not null then
    update app.member m set
        weekly_letter = m.weekly_letter and stopped.kind <> 'weekly',
        message_mails = m.message_mails and stopped.kind <> 'messages'
      where m.practice_id = stopped.practice_id and m.id = stopped.member_id;
  else
    insert into app.mail_choice as chosen (practice_id, contact_id, reminder, messages)
      values (stopped.practice_id, stopped.contact_id, stopped.kind <> 'reminder', stopped.kind <> 'messages')
      on conflict (practice_id, contact_id) do update set changed_at = now(),
        reminder = chosen.reminder and stopped.kind <> 'reminder',
        messages = chosen.messages and stopped.kind <> 'messages',
        homework_hour = case when stopped.kind = 'homework' then null else chosen.homework_hour end;
  end if;
  insert into app.audit_event (practice_id, viewer_kind, verb, noun, noun_id, detail)
    values (stopped.practice_id, 'link', 'stop', 'mail', coalesce(stopped.contact_id, stopped.member_id),
      jsonb_build_object('kind', stopped.kind));
  return true;
end $$;
--> statement-breakpoint
revoke create on schema app from app_lookup;
