-- A link is made for somebody: what it opens, whom a sitter calls, and a PIN where one is asked for. What was shared as
-- "progress" stays as narrow as it was: the journey without photos. A link to a letter is called what it is.
alter table app.share_link drop constraint share_link_scope;
--> statement-breakpoint
update app.share_link set scope = case scope when 'vet' then 'letter' else 'journey' end;
--> statement-breakpoint
alter table app.share_link
  alter column scope set default 'journey',
  add constraint share_link_scope check (scope in ('partner', 'sitter', 'vet', 'friend', 'journey', 'letter')),
  add column pin_hash bytea,
  add column call_name text not null default '',
  add column call_phone text not null default '';
--> statement-breakpoint
-- What the row policies below and the look-ups of a link ask of other tables; each answers with one yes or no, inside
-- the practice of the transaction.
grant create on schema app to app_lookup;
--> statement-breakpoint
grant select (practice_id, visit_id, status) on app.note to app_lookup;
--> statement-breakpoint
grant select (practice_id, animal_id, closed_at) on app.vet_flag to app_lookup;
--> statement-breakpoint
create policy lookup on app.note for select to app_lookup using (true);
--> statement-breakpoint
create policy lookup on app.vet_flag for select to app_lookup using (true);
--> statement-breakpoint
-- A picture goes along where the household agreed to photos, and from a visit once its note is signed.
create function app.photo_may_travel(its_animal uuid, its_visit uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with here as (select nullif(current_setting('app.practice_id', true), '')::uuid as id)
  select (its_visit is null or exists (select 1 from app.note n, here
      where n.practice_id = here.id and n.visit_id = its_visit and n.status = 'signed'))
    and coalesce((select c.given from here
      join app.animal a on a.practice_id = here.id and a.id = its_animal
      join app.consent c on c.practice_id = a.practice_id and c.client_id = a.client_id
      where c.kind in ('photos', 'recording')
      order by c.kind, c.given_on desc, c.created_at desc, c.id desc limit 1), false)
$$;
--> statement-breakpoint
-- Whether something is for the vet to see first: what it is, nobody is told.
create function app.vet_is_open(its_animal uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from app.vet_flag f
    where f.practice_id = nullif(current_setting('app.practice_id', true), '')::uuid
      and f.animal_id = its_animal and f.closed_at is null)
$$;
--> statement-breakpoint
-- What a live link opens, with the zone of its home. Dead when revoked, past its day, its animal or household archived,
-- and with whoever made it: a member who left, somebody who is no longer of that household. The vet's is dead from the
-- moment the household says no; one that the practice made, and a letter, wait for its yes.
drop function app.open_share_link(bytea);
--> statement-breakpoint
create function app.open_share_link(token bytea)
returns table (practice_id uuid, practice_name text, zone text, link_id uuid, animal_id uuid, expires_at timestamptz,
  scope text, pin_hash bytea, call_name text, call_phone text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, coalesce(cl.zone, p.zone), l.id, l.animal_id, l.expires_at, l.scope, l.pin_hash, l.call_name, l.call_phone
  from app.share_link l
    join app.practice p on p.id = l.practice_id
    join app.animal an on an.practice_id = l.practice_id and an.id = l.animal_id and an.archived_at is null
    join app.client cl on cl.practice_id = l.practice_id and cl.id = an.client_id and cl.archived_at is null
    left join app.contact c on c.practice_id = l.practice_id and c.client_id = an.client_id
      and c.user_id = l.created_by and c.removed_at is null
  where l.token_hash = token and l.revoked_at is null and l.expires_at > now()
    and (c.id is not null or exists (select 1 from app.member m
      where m.practice_id = l.practice_id and m.user_id = l.created_by and m.removed_at is null))
    and (l.scope not in ('vet', 'letter') or coalesce((select a.given from app.consent a
      where a.practice_id = l.practice_id and a.client_id = an.client_id and a.kind = 'vet_sharing'
      order by a.given_on desc, a.created_at desc, a.id desc limit 1), l.scope = 'vet' and c.id is not null))
  limit 1
$$;
--> statement-breakpoint
-- A look through a live link is counted and noted.
create function app.count_share_view(token bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with seen as (
    update app.share_link l set views = l.views + 1, last_viewed_at = now()
    where l.token_hash = token and l.revoked_at is null returning l.practice_id, l.id
  )
  insert into app.audit_event (practice_id, viewer_kind, verb, noun, noun_id)
    select seen.practice_id, 'share', 'view', 'shareLink', seen.id from seen
$$;
--> statement-breakpoint
alter function app.photo_may_travel(uuid, uuid) owner to app_lookup;
--> statement-breakpoint
alter function app.vet_is_open(uuid) owner to app_lookup;
--> statement-breakpoint
alter function app.open_share_link(bytea) owner to app_lookup;
--> statement-breakpoint
alter function app.count_share_view(bytea) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
--> statement-breakpoint
-- Which rows of a table a share link may see, a SQL condition, beside what everybody else may.
create function app.show_to_links(tenant_table text, seen text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  others text;
begin
  select pg_get_expr(polqual, polrelid) into strict others from pg_policy
    where polrelid = format('app.%I', tenant_table)::regclass and polname = 'household';
  execute format('alter policy household on app.%I using (case when (select current_setting(''app.role'', true)) = ''share''
    then (%s) else (%s) end)', tenant_table, seen, others);
end $$;
--> statement-breakpoint
do $$
declare
  mine text := 'animal_id = any ((select nullif(current_setting(''app.animal_ids'', true), '''')::uuid[])::uuid[])';
  -- Rest is told from sessions, so whoever is told what to do this week reads them as well as those who see the way.
  on_the_way text := '(select current_setting(''app.link_scope'', true)) in (''journey'', ''friend'', ''partner'', ''sitter'')';
  practises text := '(select current_setting(''app.link_scope'', true)) in (''partner'', ''sitter'')';
  vet text := '(select current_setting(''app.link_scope'', true)) = ''vet''';
  friend text := '(select current_setting(''app.link_scope'', true)) = ''friend''';
begin
  perform app.show_to_links('plan', mine || ' and ' || on_the_way);
  perform app.show_to_links('stage_entry', mine || ' and ' || on_the_way);
  perform app.show_to_links('session', mine || ' and voided_at is null and ' || on_the_way);
  perform app.show_to_links('homework', mine || ' and replaced_at is null and ' || practises);
  perform app.show_to_links('measure', mine || ' and ' || vet);
  perform app.show_to_links('vet_flag', mine || ' and closed_at is null and ' || vet);
  perform app.show_to_links('visit_animal', mine || ' and ' || vet);
  perform app.show_to_links('note', vet || ' and status = ''signed'' and exists (select 1 from app.visit_animal va
    where va.practice_id = note.practice_id and va.visit_id = note.visit_id)');
  perform app.show_to_links('note_animal', mine || ' and ' || vet || ' and exists (select 1 from app.note n
    where n.practice_id = note_animal.practice_id and n.id = note_animal.note_id)');
  perform app.show_to_links('photo', mine || ' and ' || friend || ' and shown and removed_at is null
    and format = ''webp'' and coalesce(visit_id, session_id) is not null
    and app.photo_may_travel(animal_id, visit_id)');
end $$;
