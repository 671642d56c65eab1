-- What a person of a household reads in, and their units where these are not the practice's.
alter table app.contact
  add column locale text not null default 'en-GB',
  add column units text,
  add constraint contact_locale check (locale in ('en-GB', 'en-US', 'de-DE', 'es-ES')),
  add constraint contact_units check (units in ('metric', 'imperial'));
--> statement-breakpoint
grant create on schema app to app_lookup;
--> statement-breakpoint
grant update (locale, units) on app.contact to app_lookup;
--> statement-breakpoint
drop function app.viewers_of_session(bytea);
--> statement-breakpoint
-- Every hat a signed-in person wears. Staff rest after 12 hours unused, owners after 14 days.
create function app.viewers_of_session(token bytea)
returns table (user_id uuid, expires_at timestamptz, last_used_at timestamptz, email text, kind text,
  practice_id uuid, practice_name text, zone text, units text, paper text, locale text,
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
  select a.user_id, a.expires_at, a.last_used_at, a.email, 'member', p.id, p.name, p.zone, p.units, p.paper, null,
    m.id, m.name, m.role::text, null::uuid, null::uuid[]
  from alive a join app.member m on m.user_id = a.user_id and m.removed_at is null
    join app.practice p on p.id = m.practice_id
  union all
  select a.user_id, a.expires_at, a.last_used_at, a.email, 'guardian', p.id, p.name, p.zone,
    coalesce(c.units, p.units), p.paper, c.locale, c.id, c.name, null, c.client_id,
    coalesce((select array_agg(an.id order by an.created_at) from app.animal an
      where an.practice_id = c.practice_id and an.client_id = c.client_id and an.archived_at is null), '{}')
  from alive a join app.contact c on c.user_id = a.user_id and c.removed_at is null
    join app.client cl on cl.practice_id = c.practice_id and cl.id = c.client_id and cl.archived_at is null
    join app.practice p on p.id = c.practice_id
  union all
  select a.user_id, a.expires_at, a.last_used_at, a.email, 'nobody',
    null, null, null, null, null, null, null, null, null, null, null from alive a
$$;
--> statement-breakpoint
-- A person's own choice, and nobody else's: a household writes nothing else of its people.
create function app.choose_locale(own uuid, chosen_locale text, chosen_units text) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    update app.contact c set locale = chosen_locale, units = chosen_units
    where c.practice_id = nullif(current_setting('app.practice_id', true), '')::uuid
      and c.id = own and c.user_id = nullif(current_setting('app.user_id', true), '')::uuid
      and c.client_id = nullif(current_setting('app.client_id', true), '')::uuid
      and c.removed_at is null and current_setting('app.role', true) = 'guardian'
    returning 1)
  select exists (select 1 from chosen)
$$;
--> statement-breakpoint
alter function app.viewers_of_session(bytea) owner to app_lookup;
--> statement-breakpoint
alter function app.choose_locale(uuid, text, text) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
