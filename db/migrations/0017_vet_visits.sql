-- When an animal is at the vet's: a day, the time on the wall of its home where it is known, and a word. What upsets a
-- cat is kept apart from a training visit. For the practice only; one that was called off or moved is taken out again.
create table app.vet_visit (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  animal_id uuid not null,
  day date not null,
  at text constraint vet_visit_at check (at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  words text not null default '',
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint vet_visit_practice_id_id_pk primary key (practice_id, id),
  constraint vet_visit_animal_fk foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  constraint vet_visit_by_fk foreign key (practice_id, written_by) references app.member (practice_id, id)
);
--> statement-breakpoint
create index vet_visit_of_animal on app.vet_visit (practice_id, animal_id, day);
--> statement-breakpoint
select app.protect('vet_visit', 'false', 'false', 'false');
--> statement-breakpoint
revoke update on app.vet_visit from app_web, app_worker;
