-- Row level security, frozen rows and the few look-ups that run before a practice is known.
-- The second wall: lib/data asks through the viewer's own predicate first.

-- Policies of one tenant table. `household` says what a guardian may see of it, `shared` what a share
-- link may see, `guardian_writes` which rows a guardian may write; SQL conditions, 'false' for none.
create function app.protect(tenant_table text, household text, shared text, guardian_writes text)
returns void language plpgsql as $$
declare
  tenant_key text := case tenant_table when 'practice' then 'id' else 'practice_id' end;
  in_practice text := format(
    '%I = (select nullif(current_setting(''app.practice_id'', true), '''')::uuid)', tenant_key);
  seen text := format(
    'case (select current_setting(''app.role'', true)) when ''guardian'' then (%s) when ''share'' then (%s) else true end',
    household, shared);
  written text := format(
    'case (select current_setting(''app.role'', true)) when ''guardian'' then (%s) when ''share'' then false else true end',
    guardian_writes);
begin
  execute format('alter table app.%I enable row level security', tenant_table);
  execute format('alter table app.%I force row level security', tenant_table);
  execute format('create policy tenant on app.%I using (%s) with check (%s)', tenant_table, in_practice, in_practice);
  execute format('create policy household on app.%I as restrictive to app_web, app_worker using (%s) with check (%s)',
    tenant_table, seen, written);
  execute format('create policy migration on app.%I to app_migrator using (true) with check (true)', tenant_table);
end $$;
--> statement-breakpoint
do $$
declare
  mine text := 'animal_id = any ((select nullif(current_setting(''app.animal_ids'', true), '''')::uuid[])::uuid[])';
  home text := 'client_id = (select nullif(current_setting(''app.client_id'', true), '''')::uuid)';
  this text := replace(home, 'client_id =', 'id =');
  cat text := replace(mine, 'animal_id =', 'id =');
  signed text := 'exists (select 1 from app.note n where n.practice_id = %1$I.practice_id and n.id = %1$I.note_id)';
begin
  perform app.protect('practice', 'true', 'true', 'false');
  perform app.protect('member', 'true', 'false', 'false');
  perform app.protect('service', 'true', 'false', 'false');
  perform app.protect('protocol', 'true', 'true', 'false');
  perform app.protect('client', this, 'false', 'false');
  perform app.protect('contact', home, 'false', 'false');
  perform app.protect('consent', home, 'false', 'false');
  perform app.protect('animal', cat, cat, 'false');
  perform app.protect('measure', mine, 'false', 'false');
  perform app.protect('plan', mine, mine, 'false');
  perform app.protect('stage_entry', mine, mine, 'false');
  perform app.protect('session', mine, mine, mine);
  perform app.protect('assessment', mine, 'false', mine);
  perform app.protect('homework', mine, 'false', 'false');
  perform app.protect('safety_record', mine, 'false', 'false');
  perform app.protect('vet_flag', mine, 'false', mine);
  perform app.protect('share_link', mine, 'false', mine);
  perform app.protect('visit', home, 'false', 'false');
  perform app.protect('visit_animal', mine, 'false', 'false');
  perform app.protect('note', 'status = ''signed'' and exists (select 1 from app.visit v
    where v.practice_id = note.practice_id and v.id = note.visit_id)', 'false', 'false');
  perform app.protect('note_animal', mine || ' and ' || format(signed, 'note_animal'), 'false', 'false');
  perform app.protect('internal_note', 'false', 'false', 'false');
  perform app.protect('amendment', 'shown and ' || format(signed, 'amendment'), 'false', 'false');
  perform app.protect('audit_event', 'false', 'false', 'true');
end $$;
--> statement-breakpoint
-- Rows of no practice: sign-in and mail. The transaction says what it is for.
do $$
declare
  auth_table text;
  for_auth text := '(select current_setting(''app.purpose'', true)) = ''auth''';
  for_mail text := '(select current_setting(''app.purpose'', true)) = ''outbox''';
begin
  foreach auth_table in array array['user', 'account', 'auth_session', 'verification_token', 'rate_limit', 'set_up_link'] loop
    execute format('alter table app.%I enable row level security', auth_table);
    execute format('alter table app.%I force row level security', auth_table);
    execute format('create policy purpose on app.%I using (%s) with check (%s)', auth_table, for_auth, for_auth);
    execute format('create policy migration on app.%I to app_migrator using (true) with check (true)', auth_table);
  end loop;
  alter table app.outbox enable row level security;
  alter table app.outbox force row level security;
  execute format('create policy purpose on app.outbox using (%1$s) with check (%1$s)', for_mail);
  -- A sign-in mail has no practice; any other mail is written in the transaction of what it announces.
  execute format('create policy announce on app.outbox for insert with check ((%s and practice_id is null)
    or practice_id = (select nullif(current_setting(''app.practice_id'', true), '''')::uuid))', for_auth);
  create policy withdraw on app.outbox for update
    using (practice_id = (select nullif(current_setting('app.practice_id', true), '')::uuid))
    with check (practice_id = (select nullif(current_setting('app.practice_id', true), '')::uuid));
  create policy announced on app.outbox for select
    using (practice_id = (select nullif(current_setting('app.practice_id', true), '')::uuid)
      and (select current_setting('app.role', true)) not in ('guardian', 'share'));
  create policy migration on app.outbox to app_migrator using (true) with check (true);
end $$;
--> statement-breakpoint
-- A consultant is in one place at a time. Half-open spans: one visit may end where the next begins.
alter table app.visit add constraint visit_no_overlap exclude using gist
  (consultant_id with =, blocked with &&) where (status in ('booked', 'confirmed', 'arrived', 'done'));
--> statement-breakpoint
alter table app.session
  add constraint session_body_level check (stress between 0 and 4),
  add constraint session_reps check (reps_ok is null or (reps_ok >= 0 and reps_ok <= reps_total)),
  add constraint session_voided_with_reason check ((voided_at is null) = (void_reason is null));
--> statement-breakpoint
alter table app.plan add constraint plan_factor check (min_days_factor between 1 and 2);
--> statement-breakpoint
alter table app.visit
  add constraint visit_length check (minutes between 5 and 720),
  add constraint visit_blocked_covers check (blocked @> during);
--> statement-breakpoint
alter table app.share_link add constraint share_link_term
  check (expires_at <= created_at + interval '91 days');
--> statement-breakpoint
alter table app.vet_flag add constraint vet_flag_closed_by_person
  check (closed_at is null or (closed_by is not null and length(trim(closing_note)) > 0));
--> statement-breakpoint
alter table app.note add constraint note_signed_whole check (status = 'draft'
  or (signed_at is not null and signed_by is not null and signed_zone is not null and content_hash is not null));
--> statement-breakpoint
-- Signed is signed: nobody changes the note or its blocks, whatever the path.
create function app.refuse_change_of_signed_note() returns trigger language plpgsql as $$
begin
  if old.status = 'signed' then
    raise exception 'a signed note cannot be changed' using errcode = 'DS001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger signed_is_frozen before update or delete on app.note
  for each row execute function app.refuse_change_of_signed_note();
--> statement-breakpoint
-- The share lock waits for a signature under way, then sees it.
create function app.refuse_change_below_signed_note() returns trigger language plpgsql as $$
declare
  changed record := case tg_op when 'DELETE' then old else new end;
begin
  if exists (select 1 from app.note n where n.practice_id = changed.practice_id and n.id = changed.note_id
      and n.status = 'signed' for share) then
    raise exception 'a signed note cannot be changed' using errcode = 'DS001';
  end if;
  return changed;
end $$;
--> statement-breakpoint
create trigger signed_is_frozen before insert or update or delete on app.note_animal
  for each row execute function app.refuse_change_below_signed_note();
--> statement-breakpoint
create trigger signed_is_frozen before insert or update or delete on app.internal_note
  for each row execute function app.refuse_change_below_signed_note();
--> statement-breakpoint
create function app.refuse_amending_draft() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from app.note n where n.practice_id = new.practice_id and n.id = new.note_id
      and n.status = 'signed') then
    raise exception 'only a signed note is amended' using errcode = 'DS002';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger amends_signed before insert on app.amendment
  for each row execute function app.refuse_amending_draft();
--> statement-breakpoint
create function app.refuse_change_of_voided() returns trigger language plpgsql as $$
begin
  if old.voided_at is not null then
    raise exception 'a voided session stays as it is' using errcode = 'DS003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger voided_is_final before update on app.session
  for each row execute function app.refuse_change_of_voided();
--> statement-breakpoint
-- What only ever grows, and what may change in it.
revoke update, delete on app.audit_event, app.stage_entry, app.assessment, app.amendment, app.consent, app.protocol,
  app.session, app.vet_flag, app.share_link, app.homework, app.safety_record, app.measure
  from app_web, app_worker;
--> statement-breakpoint
grant update (voided_at, voided_by, void_reason) on app.session to app_web, app_worker;
--> statement-breakpoint
grant update (closed_at, closed_by, closing_note) on app.vet_flag to app_web, app_worker;
--> statement-breakpoint
grant update (revoked_at) on app.share_link to app_web, app_worker;
--> statement-breakpoint
grant update (replaced_at) on app.homework to app_web, app_worker;
--> statement-breakpoint
grant update (withdrawn_at) on app.safety_record to app_web, app_worker;
--> statement-breakpoint
revoke delete on app.practice, app.member, app.service, app.client, app.contact, app.animal, app.plan, app.visit,
  app.note, app."user" from app_web, app_worker;
--> statement-breakpoint
-- Look-ups before a practice is known. Each takes a hash or an address and answers with little.
grant create on schema app to app_lookup;
--> statement-breakpoint
grant usage on schema app to app_lookup;
--> statement-breakpoint
grant select on app.auth_session, app."user", app.practice, app.member, app.contact, app.client, app.animal, app.share_link
  to app_lookup;
--> statement-breakpoint
grant insert on app."user" to app_lookup;
--> statement-breakpoint
grant delete on app.auth_session to app_lookup;
--> statement-breakpoint
grant update (views, last_viewed_at) on app.share_link to app_lookup;
--> statement-breakpoint
do $$
declare looked_up text;
begin
  foreach looked_up in array array['auth_session', 'user', 'practice', 'member', 'contact', 'client', 'animal', 'share_link'] loop
    execute format('create policy lookup on app.%I to app_lookup using (true) with check (true)', looked_up);
  end loop;
end $$;
--> statement-breakpoint
-- Every hat a signed-in person wears. Staff rest after 12 hours unused, owners after 14 days.
create function app.viewers_of_session(token bytea)
returns table (user_id uuid, expires_at timestamptz, last_used_at timestamptz, email text, kind text,
  practice_id uuid, practice_name text, zone text, units text, paper text,
  person_id uuid, name text, role text, client_id uuid, animal_ids uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with session as (
    select s.user_id, s.expires_at, s.last_used_at, u.email::text as email,
      exists (select 1 from app.member m where m.user_id = s.user_id and m.removed_at is null) as staff
    from app.auth_session s join app."user" u on u.id = s.user_id
    where s.token_hash = token and s.expires_at > now()
  ), alive as (
    select * from session
    where last_used_at > now() - case when staff then interval '12 hours' else interval '14 days' end
  )
  select a.user_id, a.expires_at, a.last_used_at, a.email, 'member', p.id, p.name, p.zone, p.units, p.paper,
    m.id, m.name, m.role::text, null::uuid, null::uuid[]
  from alive a join app.member m on m.user_id = a.user_id and m.removed_at is null
    join app.practice p on p.id = m.practice_id
  union all
  select a.user_id, a.expires_at, a.last_used_at, a.email, 'guardian', p.id, p.name, p.zone, p.units, p.paper,
    c.id, c.name, null, c.client_id,
    coalesce((select array_agg(an.id order by an.created_at) from app.animal an
      where an.practice_id = c.practice_id and an.client_id = c.client_id and an.archived_at is null), '{}')
  from alive a join app.contact c on c.user_id = a.user_id and c.removed_at is null
    join app.client cl on cl.practice_id = c.practice_id and cl.id = c.client_id and cl.archived_at is null
    join app.practice p on p.id = c.practice_id
  union all
  select a.user_id, a.expires_at, a.last_used_at, a.email, 'nobody',
    null, null, null, null, null, null, null, null, null, null from alive a
$$;
--> statement-breakpoint
-- A live share link, counted as one view. Dead when revoked, past its day, its animal archived or its maker gone.
create function app.open_share_link(token bytea)
returns table (practice_id uuid, practice_name text, zone text, link_id uuid, animal_id uuid, expires_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update app.share_link l set views = l.views + 1, last_viewed_at = now()
  from app.practice p, app.animal an, app.client cl
  where l.token_hash = token and l.revoked_at is null and l.expires_at > now()
    and p.id = l.practice_id
    and an.practice_id = l.practice_id and an.id = l.animal_id and an.archived_at is null
    and cl.practice_id = l.practice_id and cl.id = an.client_id and cl.archived_at is null
    and (exists (select 1 from app.member m where m.practice_id = l.practice_id and m.user_id = l.created_by and m.removed_at is null)
      or exists (select 1 from app.contact c where c.practice_id = l.practice_id and c.user_id = l.created_by and c.removed_at is null))
  returning p.id, p.name, p.zone, l.id, l.animal_id, l.expires_at
$$;
--> statement-breakpoint
-- The person with this address, made where there is none. The answer never says which.
create function app.ensure_user(address public.citext, person text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare found uuid;
begin
  if address is null then
    insert into app."user" (name) values (person) returning id into found;
    return found;
  end if;
  insert into app."user" (email, name) values (address, person) on conflict (email) do nothing returning id into found;
  if found is null then
    select id into found from app."user" where email = address;
  end if;
  return found;
end $$;
--> statement-breakpoint
-- Ends every sign-in of somebody who works in, or belongs to, the practice of this transaction.
create function app.sign_out_everywhere(person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from app.auth_session s where s.user_id = person and exists (
    select 1 from app.member m where m.user_id = person
      and m.practice_id = nullif(current_setting('app.practice_id', true), '')::uuid
    union all
    select 1 from app.contact c where c.user_id = person
      and c.practice_id = nullif(current_setting('app.practice_id', true), '')::uuid)
$$;
--> statement-breakpoint
create function app.any_practice() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from app.practice)
$$;
--> statement-breakpoint
alter function app.viewers_of_session(bytea) owner to app_lookup;
--> statement-breakpoint
alter function app.open_share_link(bytea) owner to app_lookup;
--> statement-breakpoint
alter function app.ensure_user(public.citext, text) owner to app_lookup;
--> statement-breakpoint
alter function app.sign_out_everywhere(uuid) owner to app_lookup;
--> statement-breakpoint
alter function app.any_practice() owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
