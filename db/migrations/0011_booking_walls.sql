-- A booking that cannot clash: the time a visit takes is a wall for everybody, also where an owner lays one over another.
alter table app.visit
  -- As the service asked when it was booked; a service that changes does not stretch what stands.
  add column setup_minutes integer not null default 0 constraint visit_setup check (setup_minutes between 0 and 120),
  add column wrapup_minutes integer not null default 0 constraint visit_wrapup check (wrapup_minutes between 0 and 120),
  -- Why a practice owner laid it over others, and the time it shares with them.
  add column overlap_reason text,
  add column beside tstzmultirange not null default '{}',
  -- Why it was booked against the practice's own rules or the animals' calm, and which ones.
  add column rule_reason text,
  add column rules_broken text[] not null default '{}',
  add column series_id uuid,
  -- The day its series meant it for, wherever it was moved to, and whether somebody changed it on its own.
  add column occurrence date,
  add column own_way boolean not null default false,
  add constraint visit_beside_with_reason check (beside = '{}' or length(trim(overlap_reason)) > 0),
  add constraint visit_rules_with_reason check (rules_broken = '{}' or length(trim(rule_reason)) > 0),
  add constraint visit_of_series check ((series_id is null) = (occurrence is null));
--> statement-breakpoint
-- A visit that was laid over others keeps all its time but what it shares: that belongs to those who had it before.
-- Deferrable, so that a visit and its neighbours may change places in one transaction.
alter table app.visit drop constraint visit_no_overlap;
--> statement-breakpoint
alter table app.visit add constraint visit_no_overlap exclude using gist
  (consultant_id with =, (tstzmultirange(blocked) - beside) with &&)
  where (status in ('booked', 'confirmed', 'arrived', 'done')) deferrable initially immediate;
--> statement-breakpoint
create index visit_blocked_of_consultant on app.visit using gist (consultant_id, blocked)
  where status in ('booked', 'confirmed', 'arrived', 'done');
--> statement-breakpoint
create function app.refuse_laying_over() returns trigger language plpgsql as $$
begin
  if new.overlap_reason is not null and current_setting('app.role', true) not in ('owner', 'system')
     and (tg_op = 'INSERT' or old.overlap_reason is null) then
    raise exception 'only a practice owner lays one visit over another' using errcode = 'DS005';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger owner_lays_over before insert or update of overlap_reason on app.visit
  for each row execute function app.refuse_laying_over();
--> statement-breakpoint
-- Every so many weeks on some weekdays at one time of the home's wall. A series that changes from a day on goes on as
-- another that follows it.
create table app.visit_series (
  practice_id uuid not null references app.practice (id),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  service_id uuid not null,
  consultant_id uuid not null,
  first_start timestamp not null,
  every_weeks integer not null constraint visit_series_weeks check (every_weeks between 1 and 52),
  weekdays integer[] not null constraint visit_series_weekdays
    check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  occurrences integer constraint visit_series_occurrences check (occurrences between 1 and 104),
  until_day date,
  follows uuid,
  booked_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references app.client (practice_id, id),
  foreign key (practice_id, service_id) references app.service (practice_id, id),
  foreign key (practice_id, consultant_id) references app.member (practice_id, id),
  foreign key (practice_id, booked_by) references app.member (practice_id, id),
  foreign key (practice_id, follows) references app.visit_series (practice_id, id),
  constraint visit_series_ends check ((occurrences is null) <> (until_day is null))
);
--> statement-breakpoint
create index visit_series_of_client on app.visit_series (practice_id, client_id);
--> statement-breakpoint
alter table app.visit add foreign key (practice_id, series_id) references app.visit_series (practice_id, id);
--> statement-breakpoint
create index visit_of_series on app.visit (practice_id, series_id, occurrence) where series_id is not null;
--> statement-breakpoint
-- Time kept free for a household that was offered it, until a moment. What is over keeps nothing free.
create table app.visit_hold (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  consultant_id uuid not null,
  client_id uuid not null,
  service_id uuid not null,
  place text not null constraint visit_hold_place check (place in ('home', 'remote')),
  during tstzrange not null,
  setup_minutes integer not null default 0,
  wrapup_minutes integer not null default 0,
  held_until timestamptz not null,
  held_by uuid,
  created_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, consultant_id) references app.member (practice_id, id),
  foreign key (practice_id, client_id) references app.client (practice_id, id),
  foreign key (practice_id, service_id) references app.service (practice_id, id)
);
--> statement-breakpoint
create index visit_hold_of_consultant on app.visit_hold (practice_id, consultant_id, held_until);
--> statement-breakpoint
create index visit_hold_by_end on app.visit_hold (held_until);
--> statement-breakpoint
-- When it is fed, on the wall of its home: a hungry cat works for a treat.
alter table app.animal add column meals text[] not null default '{}'
  constraint animal_meals check (cardinality(meals) <= 8 and array_to_string(meals, ' ') ~ '^(([01][0-9]|2[0-3]):[0-5][0-9] ?)*$');
--> statement-breakpoint
do $$
begin
  perform app.protect('visit_series', 'false', 'false', 'false');
  perform app.protect('visit_hold', 'client_id = (select nullif(current_setting(''app.client_id'', true), '''')::uuid)', 'false', 'false');
end $$;
--> statement-breakpoint
-- What is over is cleared away for every practice at once.
create policy upkeep_sees on app.visit_hold for select
  using ((select current_setting('app.purpose', true)) = 'upkeep' and held_until <= now());
--> statement-breakpoint
create policy upkeep on app.visit_hold for delete
  using ((select current_setting('app.purpose', true)) = 'upkeep' and held_until <= now());
--> statement-breakpoint
-- A series is the rule it was booked by: it is followed by another, never rewritten. A hold is made, made longer or let go.
revoke update, delete on app.visit_series from app_web, app_worker;
--> statement-breakpoint
grant update (occurrences, until_day) on app.visit_series to app_web, app_worker;
--> statement-breakpoint
revoke update on app.visit_hold from app_web, app_worker;
--> statement-breakpoint
grant update (held_until) on app.visit_hold to app_web, app_worker;
