-- A household asks to be erased, the practice confirms. What the law wants kept stays without anybody's name: when a
-- visit was and what was done, ways driven, seals of signed notes. The row of it stays as well, and is the ledger: after
-- an older backup was restored, what it names is erased again.
create table app.erasure (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  -- The person of the household; forgotten with it.
  asked_by uuid,
  asked_at timestamptz not null,
  state text not null default 'asked' constraint erasure_state
    check (state in ('asked', 'withdrawn', 'refused', 'done')),
  -- What the practice wrote to it where it said no.
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  -- What the household is called from then on.
  pseudonym text,
  constraint erasure_practice_id_id_pk primary key (practice_id, id),
  constraint erasure_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint erasure_answered_by_fk foreign key (practice_id, answered_by) references app.member (practice_id, id),
  constraint erasure_answered check ((state = 'asked') = (answered_at is null)),
  constraint erasure_refused_with_reason check (state <> 'refused' or length(trim(answer)) > 0),
  constraint erasure_done check ((state = 'done') = (pseudonym is not null))
);
--> statement-breakpoint
create unique index erasure_one_open on app.erasure (practice_id, client_id) where state = 'asked';
--> statement-breakpoint
create unique index erasure_pseudonym on app.erasure (practice_id, pseudonym);
--> statement-breakpoint
do $$
declare
  home text := 'client_id = (select nullif(current_setting(''app.client_id'', true), '''')::uuid)';
begin
  perform app.protect('erasure', home, 'false', home || ' and state in (''asked'', ''withdrawn'')');
end $$;
--> statement-breakpoint
create policy upkeep_sees on app.erasure for select
  using ((select current_setting('app.purpose', true)) = 'upkeep' and state = 'done');
--> statement-breakpoint
-- Nobody says that it is done but the function that does it.
create policy asked_first on app.erasure as restrictive for insert to app_web with check (state = 'asked');
--> statement-breakpoint
revoke insert, update, delete on app.erasure from app_worker;
--> statement-breakpoint
revoke update, delete on app.erasure from app_web;
--> statement-breakpoint
grant update (state, answer, answered_by, answered_at) on app.erasure to app_web;
--> statement-breakpoint
-- Whoever erases: a role that nobody signs in as, with one function. Tables to come give it their rows as they are made.
grant usage, create on schema app to app_eraser;
--> statement-breakpoint
grant select, delete on all tables in schema app to app_eraser;
--> statement-breakpoint
grant update on app.client, app.visit, app.note, app.amendment, app.erasure, app.sync_receipt to app_eraser;
--> statement-breakpoint
-- What the trigger of a changed household asks.
grant execute on function app.search_text_of(app.client) to app_eraser;
--> statement-breakpoint
do $$
declare its text;
begin
  -- Who else somebody is, in other practices as well, decides whether they still sign in.
  foreach its in array array['member', 'contact'] loop
    execute format('create policy erasure on app.%I for select to app_eraser using (true)', its);
  end loop;
  foreach its in array array['user', 'account', 'auth_session', 'verification_token'] loop
    execute format('create policy erasure on app.%I to app_eraser using (true) with check (false)', its);
  end loop;
  create policy erasure on app.outbox to app_eraser
    using (practice_id = (select nullif(current_setting('app.practice_id', true), '')::uuid)) with check (false);
end $$;
--> statement-breakpoint
-- Signed is signed for everybody else.
create or replace function app.refuse_change_of_signed_note() returns trigger language plpgsql as $$
begin
  if old.status = 'signed' and current_user <> 'app_eraser' then
    raise exception 'a signed note cannot be changed' using errcode = 'DS001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create or replace function app.refuse_change_below_signed_note() returns trigger language plpgsql as $$
declare
  changed record := case tg_op when 'DELETE' then old else new end;
begin
  if current_user = 'app_eraser' then
    return changed;
  end if;
  if exists (select 1 from app.note n where n.practice_id = changed.practice_id and n.id = changed.note_id
      and n.status = 'signed' for share) then
    raise exception 'a signed note cannot be changed' using errcode = 'DS001';
  end if;
  return changed;
end $$;
--> statement-breakpoint
-- Erases the household of a request that stands, and answers with the keys of its files. Every table of the practice
-- loses the rows that point at the household, its people, animals, visits or notes, unless it is named here as kept; so
-- a table that is made later is erased as well until somebody says otherwise.
create function app.erase_household(asked uuid, called text) returns setof text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  here uuid := nullif(current_setting('app.practice_id', true), '')::uuid;
  kept text[] := array['client', 'member', 'visit', 'visit_series', 'drive', 'note', 'amendment', 'audit_event', 'erasure'];
  home app.client;
  people uuid[];
  addresses text[];
  names text[];
  animals uuid[];
  visits uuid[];
  notes uuid[];
  persons uuid[];
  files text[];
  address text;
  place text;
  its record;
  stuck boolean;
begin
  if coalesce(current_setting('app.role', true), '') not in ('owner', 'system') then
    raise exception 'only whoever runs the practice erases' using errcode = 'DS006';
  end if;
  select c.* into home from app.erasure e join app.client c on c.practice_id = e.practice_id and c.id = e.client_id
    where e.practice_id = here and e.id = asked and e.state = 'asked' for update;
  if home.id is null then
    raise exception 'nobody asks for this' using errcode = 'DS006';
  end if;
  select coalesce(array_agg(c.id), '{}'), coalesce(array_agg(lower(c.email::text)) filter (where c.email is not null), '{}'),
      array_agg(c.name)
    into people, addresses, names from app.contact c where c.practice_id = here and c.client_id = home.id;
  select coalesce(array_agg(a.id), '{}'), names || array_agg(a.name) || home.name into animals, names
    from app.animal a where a.practice_id = here and a.client_id = home.id;
  select coalesce(array_agg(v.id), '{}') into visits from app.visit v where v.practice_id = here and v.client_id = home.id;
  select coalesce(array_agg(n.id), '{}') into notes from app.note n where n.practice_id = here and n.visit_id = any (visits);
  select coalesce(array_agg(p.storage_key), '{}') into files
    from app.photo p where p.practice_id = here and p.animal_id = any (animals);
  select files || coalesce(array_agg(p.storage_key), '{}') into files
    from app.thread_photo p where p.practice_id = here and p.client_id = home.id;
  -- Whoever works somewhere or belongs to another household goes on signing in.
  select coalesce(array_agg(distinct c.user_id), '{}') into persons from app.contact c
    where c.practice_id = here and c.client_id = home.id and c.user_id is not null
      and not exists (select 1 from app.member m where m.user_id = c.user_id)
      and not exists (select 1 from app.contact o where o.user_id = c.user_id
        and (o.practice_id <> here or o.client_id <> home.id));

  -- Mails to its people, and those to the practice that name it.
  delete from app.outbox o where o.practice_id = here and (lower(o.to_address) = any (addresses)
    or exists (select 1 from unnest(names) named where length(trim(named)) > 1
      and position(lower(trim(named)) in lower(o.subject || ' ' || o.body_text)) > 0));

  -- In which order rows point at each other is found out by trying.
  for pass in 1..8 loop
    stuck := false;
    for its in
      select c.relname as name, string_agg(case a.attname
          when 'client_id' then 'client_id = $2'
          when 'contact_id' then 'contact_id = any ($3)'
          when 'animal_id' then 'animal_id = any ($4)'
          when 'visit_id' then 'visit_id = any ($5)'
          when 'note_id' then 'note_id = any ($6)'
          else 'user_id = any ($7)' end, ' or ') as its_own
      from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all (kept)
        and a.attname in ('client_id', 'contact_id', 'animal_id', 'visit_id', 'note_id', 'user_id')
        and exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'practice_id')
      group by c.relname order by c.relname
    loop
      begin
        execute format('delete from app.%I where practice_id = $1 and (%s)', its.name, its.its_own)
          using here, home.id, people, animals, visits, notes, persons;
      exception when foreign_key_violation then
        stuck := true;
      end;
    end loop;
    exit when not stuck;
  end loop;
  if stuck then
    raise exception 'rows of the household are still pointed at' using errcode = 'DS006';
  end if;
  delete from app.note n where n.practice_id = here and n.id = any (notes) and n.status <> 'signed';
  delete from app.animal a where a.practice_id = here and a.id = any (animals);
  delete from app.auth_session s where s.user_id = any (persons);
  delete from app.account a where a.user_id = any (persons);
  delete from app.verification_token t where lower(t.identifier) = any (addresses)
    or t.identifier in (select 'user:' || person from unnest(persons) person);
  delete from app."user" u where u.id = any (persons);

  -- What is kept says nothing of anybody any more.
  update app.note n set body = (select coalesce(jsonb_object_agg(field.key, case jsonb_typeof(field.value)
      when 'string' then '""'::jsonb when 'array' then '[]'::jsonb else 'null'::jsonb end), '{}')
    from jsonb_each(n.body) field) where n.practice_id = here and n.id = any (notes);
  update app.amendment a set body = '', reason = '', field = null where a.practice_id = here and a.note_id = any (notes);
  update app.visit v set message = '', cancel_reason = null,
      overlap_reason = case when v.overlap_reason is not null then 'erased' end,
      rule_reason = case when v.rule_reason is not null then 'erased' end,
      cancelled_at = case when v.status in ('booked', 'confirmed') then now() else v.cancelled_at end,
      status = case when v.status in ('booked', 'confirmed') then 'cancelled' when v.status = 'arrived' then 'done' else v.status end
    where v.practice_id = here and v.id = any (visits);
  -- A device's receipt may quote a draft without saying whose.
  update app.sync_receipt r set answer = jsonb_set(r.answer, '{theirs}', '{}')
    where r.practice_id = here and r.answer ? 'theirs';
  address := concat_ws(', ', nullif(trim(home.street), ''), nullif(trim(concat_ws(' ', nullif(home.postcode, ''), nullif(home.town, ''))), ''));
  delete from app.geocoded g where g.practice_id = here and lower(g.address) = lower(address);
  place := round(home.lat::numeric, 4) || ',' || round(home.lng::numeric, 4);
  delete from app.route_time r where r.practice_id = here and place in (r.from_place, r.to_place);
  -- The place to about a kilometre: the ways driven stay an account.
  update app.client c set name = called, heard_from = null, street = '', town = '', postcode = '',
      lat = round(home.lat::numeric, 2), lng = round(home.lng::numeric, 2), rough_place = home.lat is not null,
      parking_minutes = null, access_notes = '', notes = '', archived_at = coalesce(home.archived_at, now()),
      version = home.version + 1
    where c.practice_id = here and c.id = home.id;
  delete from app.erasure e where e.practice_id = here and e.client_id = home.id and e.id <> asked;
  update app.erasure e set state = 'done', pseudonym = called, asked_by = null, answer = '', answered_at = now()
    where e.practice_id = here and e.id = asked;
  return query select unnest(files);
end $$;
--> statement-breakpoint
alter function app.erase_household(uuid, text) owner to app_eraser;
--> statement-breakpoint
revoke execute on function app.erase_household(uuid, text) from app_worker;
--> statement-breakpoint
revoke create on schema app from app_eraser;
--> statement-breakpoint
-- All animals that ever lived at the home of whoever asks, for what it takes away: those put away as well.
grant create on schema app to app_lookup;
--> statement-breakpoint
create function app.animals_of_home() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id from app.animal a
  where a.practice_id = nullif(current_setting('app.practice_id', true), '')::uuid
    and a.client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and current_setting('app.role', true) = 'guardian'
  order by a.created_at
$$;
--> statement-breakpoint
alter function app.animals_of_home() owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
