-- When each consultant works, what a service asks of a day, and how long the ways between homes take.
create table app.working_week (
  practice_id uuid not null,
  member_id uuid not null,
  days jsonb not null,
  home_lat double precision,
  home_lng double precision,
  version integer not null default 1,
  primary key (practice_id, member_id),
  foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint working_week_by_weekday check (jsonb_typeof(days) = 'object'),
  constraint working_week_home_whole check ((home_lat is null) = (home_lng is null))
);
--> statement-breakpoint
create table app.working_exception (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  day date not null,
  hours jsonb,
  note text not null default '',
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references app.member (practice_id, id)
);
--> statement-breakpoint
create unique index working_exception_one_a_day on app.working_exception (practice_id, member_id, day);
--> statement-breakpoint
create table app.time_off (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  local_from timestamp not null,
  local_until timestamp not null,
  reason text not null default '',
  created_at timestamptz not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint time_off_ends_after_it_begins check (local_from < local_until)
);
--> statement-breakpoint
create index time_off_of_member on app.time_off (practice_id, member_id, local_until);
--> statement-breakpoint
create table app.closing_day (
  practice_id uuid not null references app.practice (id),
  id uuid not null default gen_random_uuid(),
  first_day date not null,
  last_day date not null,
  -- A holiday may be worked by whoever says so for that day; a closing is for everybody.
  kind text not null default 'closed' constraint closing_day_kind check (kind in ('closed', 'holiday')),
  name text not null,
  primary key (practice_id, id),
  constraint closing_day_ends_after_it_begins check (first_day <= last_day)
);
--> statement-breakpoint
create index closing_day_by_end on app.closing_day (practice_id, last_day);
--> statement-breakpoint
-- One way driven: from the home left before, from the practice or from the consultant's home, to a home.
create table app.drive (
  practice_id uuid not null,
  to_visit_id uuid not null,
  consultant_id uuid not null,
  from_place text not null default 'client' constraint drive_from check (from_place in ('client', 'office', 'home')),
  from_client_id uuid,
  to_client_id uuid not null,
  minutes integer not null,
  arrived_at timestamptz not null,
  primary key (practice_id, to_visit_id),
  foreign key (practice_id, to_visit_id) references app.visit (practice_id, id),
  foreign key (practice_id, consultant_id) references app.member (practice_id, id),
  foreign key (practice_id, from_client_id) references app.client (practice_id, id),
  foreign key (practice_id, to_client_id) references app.client (practice_id, id),
  constraint drive_is_believable check (minutes between 1 and 180),
  constraint drive_goes_somewhere check (from_client_id is distinct from to_client_id),
  constraint drive_from_client check ((from_place = 'client') = (from_client_id is not null))
);
--> statement-breakpoint
create index drive_between on app.drive (practice_id, consultant_id, from_client_id, to_client_id, arrived_at desc);
--> statement-breakpoint
create index drive_latest on app.drive (practice_id, arrived_at desc);
--> statement-breakpoint
-- Answers of a route server, by places rounded to about eleven metres. Null: it knows no road between them.
create table app.route_time (
  practice_id uuid not null references app.practice (id),
  from_place text not null,
  to_place text not null,
  minutes double precision,
  kilometres double precision,
  asked_at timestamptz not null,
  primary key (practice_id, from_place, to_place)
);
--> statement-breakpoint
-- Answers of a geocoder, by the address as it was asked. Null: it does not know it.
create table app.geocoded (
  practice_id uuid not null references app.practice (id),
  address text not null,
  lat double precision,
  lng double precision,
  rough boolean not null default false,
  asked_at timestamptz not null,
  primary key (practice_id, address)
);
--> statement-breakpoint
alter table app.practice
  add column currency text not null default 'EUR' constraint practice_currency check (currency ~ '^[A-Z]{3}$'),
  add column circuity double precision not null default 1.4 constraint practice_circuity check (circuity between 1 and 3),
  add column drive_kmh double precision not null default 28 constraint practice_drive_kmh check (drive_kmh between 5 and 120),
  add column parking_minutes integer not null default 3 constraint practice_parking check (parking_minutes between 0 and 60);
--> statement-breakpoint
alter table app.client
  add column rough_place boolean not null default false,
  add column parking_minutes integer constraint client_parking check (parking_minutes between 0 and 60),
  add column town_key text generated always as (lower(btrim(town))) stored;
--> statement-breakpoint
-- Homes of a town whose place is known: the middle of them stands in for one that is not.
create index client_of_town on app.client (practice_id, town_key) where lat is not null and not rough_place;
--> statement-breakpoint
alter table app.service
  add column setup_minutes integer not null default 0 constraint service_setup check (setup_minutes between 0 and 120),
  add column wrapup_minutes integer not null default 0 constraint service_wrapup check (wrapup_minutes between 0 and 120),
  add column max_travel_minutes integer constraint service_travel check (max_travel_minutes between 0 and 180),
  add column notice_hours integer not null default 0 constraint service_notice check (notice_hours between 0 and 1440),
  add column horizon_days integer not null default 90 constraint service_horizon check (horizon_days between 1 and 730),
  add column price_minor integer constraint service_price check (price_minor between 0 and 100000000),
  add column price_shown boolean not null default false,
  add column preparation text not null default '',
  add column mark text not null default 'circle',
  add column owner_may_book boolean not null default false;
--> statement-breakpoint
do $$
begin
  perform app.protect('working_week', 'false', 'false', 'false');
  perform app.protect('working_exception', 'false', 'false', 'false');
  perform app.protect('time_off', 'false', 'false', 'false');
  perform app.protect('closing_day', 'true', 'false', 'false');
  perform app.protect('drive', 'false', 'false', 'false');
  perform app.protect('route_time', 'false', 'false', 'false');
  perform app.protect('geocoded', 'false', 'false', 'false');
end $$;
--> statement-breakpoint
-- What was driven stays as it was driven; time off and closings are made and taken back, not changed.
revoke update, delete on app.drive from app_web, app_worker;
--> statement-breakpoint
revoke update on app.time_off, app.closing_day from app_web, app_worker;
--> statement-breakpoint
revoke delete on app.working_week from app_web, app_worker;
