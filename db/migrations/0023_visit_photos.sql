-- Photos and films of a visit and of a session: sent once under an id of the device, shown to the household or not.
alter table app.photo
  add column visit_id uuid,
  add column session_id uuid,
  add column shown boolean not null default true,
  add column format text not null default 'webp',
  add column duration_ms integer,
  add column sent_sha256 text,
  add column taken_at timestamp with time zone,
  add column removed_at timestamp with time zone,
  add column removed_by uuid,
  add foreign key (practice_id, visit_id) references app.visit (practice_id, id),
  add foreign key (practice_id, session_id) references app.session (practice_id, id),
  add constraint photo_format check (format in ('webp', 'mp4', 'webm')),
  add constraint photo_plays check ((format = 'webp') = (duration_ms is null)),
  add constraint photo_removed_by check ((removed_at is null) = (removed_by is null));
--> statement-breakpoint
create index on app.photo (practice_id, visit_id);
--> statement-breakpoint
create index on app.photo (practice_id, session_id);
--> statement-breakpoint
grant update (shown, removed_at, removed_by) on app.photo to app_web, app_worker;
--> statement-breakpoint
-- A household sees what is shown: evidence at once, pictures of a visit with its signed note.
drop policy household on app.photo;
--> statement-breakpoint
create policy household on app.photo as restrictive to app_web, app_worker
  using (case (select current_setting('app.role', true))
    when 'guardian' then shown and removed_at is null
      and animal_id = any ((select nullif(current_setting('app.animal_ids', true), '')::uuid[])::uuid[])
      and (visit_id is null or exists (select 1 from app.note n where n.practice_id = photo.practice_id
        and n.visit_id = photo.visit_id and n.status = 'signed'))
    when 'share' then false else true end)
  with check (case (select current_setting('app.role', true)) when 'guardian' then false when 'share' then false
    else true end);
