-- What got in the way of homework on a day without a session, as the household taps it. Told, never scored.
create table app.obstacle (
  practice_id uuid not null,
  animal_id uuid not null,
  day date not null,
  plan_id uuid not null,
  obstacle text not null constraint obstacle_known
    check (obstacle in ('no_time', 'hid', 'unsure', 'worried', 'visitors', 'ill')),
  told_by uuid not null,
  told_at timestamptz not null default now(),
  -- One answer a day; another one takes its place.
  primary key (practice_id, animal_id, day),
  foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  foreign key (practice_id, plan_id) references app.plan (practice_id, id),
  foreign key (practice_id, told_by) references app.contact (practice_id, id)
);
--> statement-breakpoint
create index obstacle_of_plan on app.obstacle (practice_id, plan_id, day);
--> statement-breakpoint
do $$
declare
  mine text := 'animal_id = any ((select nullif(current_setting(''app.animal_ids'', true), '''')::uuid[])::uuid[])';
begin
  perform app.protect('obstacle', mine, 'false', mine);
end $$;
