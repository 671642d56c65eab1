-- What was tapped while an animal was watched, each tap as it was made and never changed: a mistake is taken back by
-- another row. `observation_id` is the id under which the session is written when the watching ends; taps come before
-- it, from several devices, in any order, more than once. For the practice only.
create table app.live_event (
  practice_id uuid not null,
  id uuid not null,
  observation_id uuid not null,
  visit_id uuid not null,
  animal_id uuid not null,
  device text not null constraint live_event_device check (length(device) between 1 and 64),
  counter integer not null constraint live_event_counter check (counter >= 0),
  at timestamptz not null,
  tap jsonb not null constraint live_event_tap check (jsonb_typeof(tap) = 'object' and length(tap::text) <= 500),
  recorded_by uuid not null,
  received_at timestamptz not null,
  constraint live_event_practice_id_id_pk primary key (practice_id, id),
  constraint live_event_visit_fk foreign key (practice_id, visit_id) references app.visit (practice_id, id),
  constraint live_event_animal_fk foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  constraint live_event_by_fk foreign key (practice_id, recorded_by) references app.member (practice_id, id)
);
--> statement-breakpoint
create index live_event_of_observation on app.live_event (practice_id, observation_id, at);
--> statement-breakpoint
create index live_event_of_visit on app.live_event (practice_id, visit_id, animal_id);
--> statement-breakpoint
select app.protect('live_event', 'false', 'false', 'false');
--> statement-breakpoint
revoke update, delete on app.live_event from app_web, app_worker;
