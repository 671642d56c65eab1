-- One secret calendar feed a member: a row is a live feed. Only the hash of its token is kept.
create table app.calendar_feed (
  practice_id uuid not null,
  member_id uuid not null,
  token_hash bytea not null unique,
  token_prefix text not null,
  -- Households, addresses and phone numbers; the way there as an entry of its own. Both are opted into.
  details boolean not null default false,
  travel boolean not null default false,
  made_at timestamptz not null,
  last_read_at timestamptz,
  primary key (practice_id, member_id),
  foreign key (practice_id, member_id) references app.member (practice_id, id)
);
--> statement-breakpoint
-- When a visit last became something else: what a calendar is told as LAST-MODIFIED, whatever verb did it.
alter table app.visit add column changed_at timestamptz not null default now();
--> statement-breakpoint
create function app.note_change_of_visit() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end $$;
--> statement-breakpoint
create trigger change_is_noted before update on app.visit for each row
  when (old.* is distinct from new.*) execute function app.note_change_of_visit();
--> statement-breakpoint
-- Whoever reads a feed sees one member's visits and what hangs on them, and writes nothing. `seen` says which
-- rows, a SQL condition; every table is closed to feeds until it says otherwise.
create function app.protect_from_feeds(tenant_table text, seen text)
returns void language plpgsql as $$
declare
  no_feed text := '(select current_setting(''app.role'', true)) is distinct from ''feed''';
begin
  execute format('drop policy if exists feed on app.%I', tenant_table);
  execute format('create policy feed on app.%I as restrictive to app_web, app_worker using (%s or (%s)) with check (%s)',
    tenant_table, no_feed, seen, no_feed);
end $$;
--> statement-breakpoint
alter function app.protect(text, text, text, text) rename to protect_from_households;
--> statement-breakpoint
create function app.protect(tenant_table text, household text, shared text, guardian_writes text)
returns void language plpgsql as $$
begin
  perform app.protect_from_households(tenant_table, household, shared, guardian_writes);
  perform app.protect_from_feeds(tenant_table, 'false');
end $$;
--> statement-breakpoint
do $$
declare
  tenant_table text;
  of_member text := 'consultant_id = (select nullif(current_setting(''app.member_id'', true), '''')::uuid)';
  visited text := 'exists (select 1 from app.visit v where v.practice_id = %1$I.practice_id and v.client_id = %1$I.%2$I)';
begin
  for tenant_table in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id'
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'calendar_feed'
  loop
    perform app.protect_from_feeds(tenant_table, 'false');
  end loop;
  perform app.protect_from_feeds('practice', 'true');
  perform app.protect_from_feeds('service', 'true');
  perform app.protect_from_feeds('visit', of_member);
  perform app.protect_from_feeds('client', format(visited, 'client', 'id'));
  perform app.protect_from_feeds('contact', format(visited, 'contact', 'client_id'));
  perform app.protect_from_feeds('visit_animal', 'exists (select 1 from app.visit v
    where v.practice_id = visit_animal.practice_id and v.id = visit_animal.visit_id)');
  perform app.protect_from_feeds('animal', 'exists (select 1 from app.visit_animal va
    where va.practice_id = animal.practice_id and va.animal_id = animal.id)');
  perform app.protect('calendar_feed', 'false', 'false', 'false');
end $$;
--> statement-breakpoint
revoke update on app.calendar_feed from app_web, app_worker;
--> statement-breakpoint
grant update (token_hash, token_prefix, made_at, last_read_at, details, travel) on app.calendar_feed
  to app_web, app_worker;
--> statement-breakpoint
grant create on schema app to app_lookup;
--> statement-breakpoint
grant select on app.calendar_feed to app_lookup;
--> statement-breakpoint
grant update (last_read_at) on app.calendar_feed to app_lookup;
--> statement-breakpoint
create policy lookup on app.calendar_feed to app_lookup using (true) with check (true);
--> statement-breakpoint
-- A live feed, noted as read. Dead when it was ended or made anew, and with the member.
create function app.open_calendar_feed(token bytea)
returns table (practice_id uuid, practice_name text, zone text, member_id uuid, details boolean, travel boolean)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update app.calendar_feed f set last_read_at = now()
  from app.practice p, app.member m
  where f.token_hash = token and p.id = f.practice_id
    and m.practice_id = f.practice_id and m.id = f.member_id and m.removed_at is null
  returning p.id, p.name, p.zone, f.member_id, f.details, f.travel
$$;
--> statement-breakpoint
alter function app.open_calendar_feed(bytea) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
