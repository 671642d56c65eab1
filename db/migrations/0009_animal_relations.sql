-- How two animals of one home get on. Rows are written once; the latest day tells how it is now, the others how it
-- was. A pair has one order, so that "Moth and Miso" and "Miso and Moth" are the same two. For the practice only:
-- neither an owner's page nor a share link of one animal says anything of another.
create table app.animal_relation (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  animal_id uuid not null,
  other_id uuid not null,
  kind text not null,
  since date not null,
  said_by text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  seq integer generated always as identity,
  constraint animal_relation_practice_id_id_pk primary key (practice_id, id),
  constraint animal_relation_animal_fk foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  constraint animal_relation_other_fk foreign key (practice_id, other_id) references app.animal (practice_id, id),
  constraint animal_relation_by_fk foreign key (practice_id, recorded_by) references app.member (practice_id, id),
  constraint animal_relation_kind check (kind in ('friendly', 'tolerates', 'tense', 'unknown')),
  constraint animal_relation_one_order check (animal_id < other_id)
);
--> statement-breakpoint
create index animal_relation_of_pair on app.animal_relation (practice_id, animal_id, other_id);
--> statement-breakpoint
create index animal_relation_of_other on app.animal_relation (practice_id, other_id);
--> statement-breakpoint
select app.protect('animal_relation', 'false', 'false', 'false');
--> statement-breakpoint
revoke update, delete on app.animal_relation from app_web, app_worker;
--> statement-breakpoint
-- Whose animals nobody visits for a while stay with whoever started their plan: found without reading every plan.
create index plan_running_of_starter on app.plan (practice_id, started_by) where ended_at is null;
