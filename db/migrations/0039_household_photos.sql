-- Photos and videos that a household adds to a log of its own: by which of its people, and taken away by them alone
-- or by the practice.
alter table app.photo
  alter column added_by drop not null,
  add column by_contact uuid,
  add foreign key (practice_id, by_contact) references app.contact (practice_id, id),
  add constraint photo_whose check ((added_by is null) <> (by_contact is null)),
  add constraint photo_of_household check (by_contact is null or (session_id is not null and visit_id is null));
--> statement-breakpoint
drop policy household on app.photo;
--> statement-breakpoint
create policy household on app.photo as restrictive to app_web, app_worker
  using (case (select current_setting('app.role', true))
    when 'guardian' then shown and (removed_at is null or by_contact is not null)
      and animal_id = any ((select nullif(current_setting('app.animal_ids', true), '')::uuid[])::uuid[])
      and (visit_id is null or exists (select 1 from app.note n where n.practice_id = photo.practice_id
        and n.visit_id = photo.visit_id and n.status = 'signed'))
    when 'share' then false else true end)
  with check (case (select current_setting('app.role', true))
    when 'guardian' then shown
      and animal_id = any ((select nullif(current_setting('app.animal_ids', true), '')::uuid[])::uuid[])
      and exists (select 1 from app.contact c where c.practice_id = photo.practice_id and c.id = photo.by_contact
        and c.client_id = (select nullif(current_setting('app.client_id', true), '')::uuid))
    when 'share' then false else true end);
