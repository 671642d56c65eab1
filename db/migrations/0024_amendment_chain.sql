-- An addition to a signed note has its number, may correct a field by name, and is sealed over the one before it.
alter table app.amendment
  add column nth integer,
  add column field text,
  add column zone text,
  add column hash text;
--> statement-breakpoint
update app.amendment a set zone = v.zone, nth = numbered.nth
from app.note n
  join app.visit v on v.practice_id = n.practice_id and v.id = n.visit_id,
  (select practice_id, id, row_number() over (partition by practice_id, note_id order by at, id) as nth
    from app.amendment) numbered
where n.practice_id = a.practice_id and n.id = a.note_id
  and numbered.practice_id = a.practice_id and numbered.id = a.id;
--> statement-breakpoint
-- Those from before stand without a seal; no new one does.
alter table app.amendment
  alter column nth set not null,
  alter column zone set not null,
  add constraint amendment_sealed check (hash is not null and hash ~ '^[0-9a-f]{64}$') not valid;
--> statement-breakpoint
create unique index amendment_practice_id_note_id_nth_index on app.amendment (practice_id, note_id, nth);
--> statement-breakpoint
drop index app.amendment_practice_id_note_id_index;
--> statement-breakpoint
create or replace function app.refuse_amending_draft() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from app.note n where n.practice_id = new.practice_id and n.id = new.note_id
      and n.status = 'signed') then
    raise exception 'only a signed note is amended' using errcode = 'DS002';
  end if;
  if new.nth <> (select count(*) + 1 from app.amendment a
      where a.practice_id = new.practice_id and a.note_id = new.note_id) then
    raise exception 'an amendment follows the one before it' using errcode = 'DS002';
  end if;
  return new;
end $$;
