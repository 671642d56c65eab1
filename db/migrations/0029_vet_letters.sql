-- A letter to the vet: what was seen of one animal, as it was on the day it was written; never changed. It travels
-- with a share link of its own, which opens this letter and nothing else, and only while the household's answer to
-- sharing with the vet is a yes.
alter table app.share_link add column scope text not null default 'progress'
  constraint share_link_scope check (scope in ('progress', 'vet'));
--> statement-breakpoint
create table app.vet_letter (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  animal_id uuid not null,
  share_link_id uuid not null,
  content jsonb not null constraint vet_letter_content check (jsonb_typeof(content) = 'object'),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint vet_letter_practice_id_id_pk primary key (practice_id, id),
  constraint vet_letter_animal_fk foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  constraint vet_letter_link_fk foreign key (practice_id, share_link_id) references app.share_link (practice_id, id),
  constraint vet_letter_by_fk foreign key (practice_id, written_by) references app.member (practice_id, id)
);
--> statement-breakpoint
create unique index vet_letter_of_link on app.vet_letter (practice_id, share_link_id);
--> statement-breakpoint
create index vet_letter_of_animal on app.vet_letter (practice_id, animal_id, written_at);
--> statement-breakpoint
select app.protect('vet_letter',
  'animal_id = any ((select nullif(current_setting(''app.animal_ids'', true), '''')::uuid[])::uuid[])',
  'share_link_id = (select nullif(current_setting(''app.link_id'', true), '''')::uuid)', 'false');
--> statement-breakpoint
revoke update, delete on app.vet_letter from app_web, app_worker;
--> statement-breakpoint
grant create on schema app to app_lookup;
--> statement-breakpoint
grant select on app.consent to app_lookup;
--> statement-breakpoint
create policy lookup on app.consent to app_lookup using (true) with check (true);
--> statement-breakpoint
drop function app.open_share_link(bytea);
--> statement-breakpoint
-- A live share link, counted as one view, with what it opens. Dead when revoked, past its day, its animal archived or
-- its maker gone; a vet's also from the moment the household takes its yes back.
create function app.open_share_link(token bytea)
returns table (practice_id uuid, practice_name text, zone text, link_id uuid, animal_id uuid, expires_at timestamptz,
  scope text)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update app.share_link l set views = l.views + 1, last_viewed_at = now()
  from app.practice p, app.animal an, app.client cl
  where l.token_hash = token and l.revoked_at is null and l.expires_at > now()
    and p.id = l.practice_id
    and an.practice_id = l.practice_id and an.id = l.animal_id and an.archived_at is null
    and cl.practice_id = l.practice_id and cl.id = an.client_id and cl.archived_at is null
    and (exists (select 1 from app.member m where m.practice_id = l.practice_id and m.user_id = l.created_by and m.removed_at is null)
      or exists (select 1 from app.contact c where c.practice_id = l.practice_id and c.user_id = l.created_by and c.removed_at is null))
    and (l.scope <> 'vet' or (select c.given from app.consent c
      where c.practice_id = l.practice_id and c.client_id = an.client_id and c.kind = 'vet_sharing'
      order by c.given_on desc, c.created_at desc, c.id desc limit 1))
  returning p.id, p.name, p.zone, l.id, l.animal_id, l.expires_at, l.scope
$$;
--> statement-breakpoint
alter function app.open_share_link(bytea) owner to app_lookup;
--> statement-breakpoint
revoke create on schema app from app_lookup;
