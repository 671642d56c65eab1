-- Everything a search for a household looks in, as one text: words separated by spaces, one at the start so
-- that "% mo%" finds the beginnings of words. Row policies keep ILIKE away from indexes (it is not leakproof),
-- so one function looks in the index, for the practice of the transaction only, and answers with ids.
ALTER TABLE "app"."client" ADD COLUMN "search" text DEFAULT '' NOT NULL;
--> statement-breakpoint
create function app.search_text_of(household app.client) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select concat_ws(' ', '', household.name, household.street, household.postcode, household.town,
    (select string_agg(concat_ws(' ', c.name, c.email::text, regexp_replace(c.phone, '\D', '', 'g')), ' ' order by c.created_at)
      from app.contact c where c.practice_id = household.practice_id and c.client_id = household.id and c.removed_at is null),
    (select string_agg(a.name, ' ' order by a.created_at)
      from app.animal a where a.practice_id = household.practice_id and a.client_id = household.id))
$$;
--> statement-breakpoint
create function app.keep_search_of_client() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.search := app.search_text_of(new);
  return new;
end $$;
--> statement-breakpoint
create trigger keeps_search before insert or update of name, street, postcode, town on app.client
  for each row execute function app.keep_search_of_client();
--> statement-breakpoint
-- The lock first, the text after: of two people added at once the second sees the first. A lock for no key
-- update does not wait for the key share of a foreign key, so that two of them never wait for each other.
create function app.keep_search_of_household() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from app.client c where c.practice_id = new.practice_id and c.id = new.client_id for no key update;
  update app.client c set search = app.search_text_of(c)
  where c.practice_id = new.practice_id and c.id = new.client_id;
  return null;
end $$;
--> statement-breakpoint
create trigger keeps_search after insert or update of name, email, phone, removed_at on app.contact
  for each row execute function app.keep_search_of_household();
--> statement-breakpoint
create trigger keeps_search after insert or update of name on app.animal
  for each row execute function app.keep_search_of_household();
--> statement-breakpoint
update app.client c set search = app.search_text_of(c);
--> statement-breakpoint
create index client_search on app.client using gin (search public.gin_trgm_ops);
--> statement-breakpoint
create index client_by_name on app.client (practice_id, lower(name), id);
--> statement-breakpoint
create index animal_by_name on app.animal (practice_id, lower(name), id);
--> statement-breakpoint
-- Households of the practice whose text has all patterns; the first pattern, the longest, asks the index.
create function app.clients_like(patterns text[]) returns setof uuid
language sql stable rows 40 security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from app.client c
  where c.practice_id = nullif(current_setting('app.practice_id', true), '')::uuid
    and c.search ilike patterns[1] and c.search ilike all (patterns)
$$;
--> statement-breakpoint
grant create on schema app to app_lookup;
--> statement-breakpoint
alter function app.clients_like(text[]) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
