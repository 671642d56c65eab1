-- Whether somebody may sign in at all, and for how long: staff rest sooner than owners. Asked before a
-- practice is known, so it answers with one word and nothing of anybody's rows.
grant create on schema app to app_lookup;
--> statement-breakpoint
create function app.hat_of_user(person uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when exists (select 1 from app.member m where m.user_id = person and m.removed_at is null) then 'member'
    when exists (select 1 from app.contact c
      join app.client cl on cl.practice_id = c.practice_id and cl.id = c.client_id and cl.archived_at is null
      where c.user_id = person and c.removed_at is null) then 'guardian'
  end
$$;
--> statement-breakpoint
alter function app.hat_of_user(uuid) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
