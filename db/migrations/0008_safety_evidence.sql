-- What a tick on the safety list rests on: who saw it, a photo, a harness fit; failed checks are kept as well.
create table app.photo (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  animal_id uuid not null,
  storage_key text not null,
  sha256 text not null,
  width integer not null,
  height integer not null,
  byte_size integer not null,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, animal_id) references app.animal (practice_id, id)
);
--> statement-breakpoint
create index on app.photo (practice_id, animal_id);
--> statement-breakpoint
create table app.fit_record (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  animal_id uuid not null,
  measure_id uuid not null,
  brand text not null default '',
  size text not null default '',
  style text not null,
  fits_neck boolean not null,
  fits_girth boolean not null,
  back_out boolean not null,
  condition text not null,
  remark text not null default '',
  recorded_by uuid not null,
  created_at timestamp with time zone not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  foreign key (practice_id, measure_id) references app.measure (practice_id, id)
);
--> statement-breakpoint
create index on app.fit_record (practice_id, animal_id);
--> statement-breakpoint
do $$
declare
  mine text := 'animal_id = any ((select nullif(current_setting(''app.animal_ids'', true), '''')::uuid[])::uuid[])';
begin
  perform app.protect('photo', mine, 'false', 'false');
  perform app.protect('fit_record', mine, 'false', 'false');
end $$;
--> statement-breakpoint
revoke update, delete on app.photo, app.fit_record from app_web, app_worker;
--> statement-breakpoint
alter table app.safety_record
  add column failed boolean not null default false,
  add column seen_by text not null default '',
  add column photo_id uuid,
  add column fit_id uuid,
  add column withdrawn_by uuid,
  add column withdraw_reason text,
  add column seq integer not null generated always as identity,
  add foreign key (practice_id, photo_id) references app.photo (practice_id, id),
  add foreign key (practice_id, fit_id) references app.fit_record (practice_id, id);
--> statement-breakpoint
grant update (withdrawn_by, withdraw_reason) on app.safety_record to app_web, app_worker;
--> statement-breakpoint
create function app.refuse_change_of_withdrawn() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'a record taken back stays as it is' using errcode = 'DS003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger withdrawn_is_final before update on app.safety_record
  for each row execute function app.refuse_change_of_withdrawn();
--> statement-breakpoint
-- A flag that a person opened by hand, with what was seen.
alter table app.vet_flag
  add column opened_by uuid,
  add column opened_note text not null default '';
--> statement-breakpoint
-- What a person ticked before a step was taken; who and when stand in the same row.
alter table app.stage_entry add column ticks_set text[] not null default '{}';
--> statement-breakpoint
alter table app.practice add column temperature_blocks boolean not null default false;
