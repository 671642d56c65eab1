-- A household that waits for a visit: when it could be, and until when it waits. Once for each service.
create table app.waiting (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  service_id uuid not null,
  animal_ids uuid[] not null default '{}',
  -- None: any day. Times are on the wall of the home: a visit may begin between them.
  weekdays integer[] not null default '{}' constraint waiting_weekdays check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  from_time text constraint waiting_from check (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  until_time text constraint waiting_until check (until_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  until_day date not null,
  words text not null default '',
  state text not null default 'waiting' constraint waiting_state check (state in ('waiting', 'booked', 'left')),
  -- The person of the household or of the practice who put it here.
  asked_by uuid,
  added_by uuid,
  since timestamptz not null,
  visit_id uuid,
  version integer not null default 1,
  constraint waiting_practice_id_id_pk primary key (practice_id, id),
  constraint waiting_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint waiting_service_fk foreign key (practice_id, service_id) references app.service (practice_id, id),
  constraint waiting_asked_by_fk foreign key (practice_id, asked_by) references app.contact (practice_id, id),
  constraint waiting_added_by_fk foreign key (practice_id, added_by) references app.member (practice_id, id),
  constraint waiting_visit_fk foreign key (practice_id, visit_id) references app.visit (practice_id, id),
  constraint waiting_whose check ((asked_by is null) <> (added_by is null)),
  constraint waiting_booked check ((state = 'booked') = (visit_id is not null))
);
--> statement-breakpoint
create unique index waiting_once on app.waiting (practice_id, client_id, service_id) where state = 'waiting';
--> statement-breakpoint
create index waiting_since on app.waiting (practice_id, since) where state = 'waiting';
--> statement-breakpoint
-- A time that became free, offered to one household after the other: one row each, in the order that was confirmed.
create table app.waiting_offer (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round uuid not null,
  place integer not null,
  waiting_id uuid not null,
  client_id uuid not null,
  -- The visit that left the time.
  freed_by uuid not null,
  consultant_id uuid not null,
  starts_at timestamptz not null,
  answer_minutes integer not null constraint waiting_offer_minutes check (answer_minutes between 15 and 2880),
  state text not null default 'next' constraint waiting_offer_state
    check (state in ('next', 'open', 'accepted', 'declined', 'expired', 'skipped', 'withdrawn')),
  -- It is gone when it is over.
  hold_id uuid,
  until timestamptz,
  offered_by uuid not null,
  offered_at timestamptz,
  answered_at timestamptz,
  constraint waiting_offer_practice_id_id_pk primary key (practice_id, id),
  constraint waiting_offer_waiting_fk foreign key (practice_id, waiting_id) references app.waiting (practice_id, id),
  constraint waiting_offer_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint waiting_offer_freed_fk foreign key (practice_id, freed_by) references app.visit (practice_id, id),
  constraint waiting_offer_consultant_fk foreign key (practice_id, consultant_id) references app.member (practice_id, id),
  constraint waiting_offer_by_fk foreign key (practice_id, offered_by) references app.member (practice_id, id),
  constraint waiting_offer_open check (state <> 'open' or (hold_id is not null and until is not null))
);
--> statement-breakpoint
create unique index waiting_offer_place on app.waiting_offer (practice_id, round, place);
--> statement-breakpoint
-- No time is offered to two at once, and no household has two offers to choose from.
create unique index waiting_offer_one_a_round on app.waiting_offer (practice_id, round) where state = 'open';
--> statement-breakpoint
create unique index waiting_offer_one_a_household on app.waiting_offer (practice_id, waiting_id) where state = 'open';
--> statement-breakpoint
create index waiting_offer_of_waiting on app.waiting_offer (practice_id, waiting_id, offered_at desc);
--> statement-breakpoint
create index waiting_offer_of_visit on app.waiting_offer (practice_id, freed_by);
--> statement-breakpoint
create index waiting_offer_due on app.waiting_offer (until) where state = 'open';
--> statement-breakpoint
do $$
declare
  home text := 'client_id = (select nullif(current_setting(''app.client_id'', true), '''')::uuid)';
begin
  perform app.protect('waiting', home, 'false', home || ' and state in (''waiting'', ''left'')');
  -- Whoever waits is told of an offer when its turn comes, not before.
  perform app.protect('waiting_offer', home || ' and offered_at is not null', 'false', 'false');
end $$;
--> statement-breakpoint
-- Deadlines pass in every practice at once.
create policy upkeep_sees on app.waiting_offer for select
  using ((select current_setting('app.purpose', true)) = 'upkeep' and state = 'open' and until <= now());
--> statement-breakpoint
revoke update, delete on app.waiting, app.waiting_offer from app_web, app_worker;
--> statement-breakpoint
grant update (state, visit_id, version) on app.waiting to app_web, app_worker;
--> statement-breakpoint
grant update (state, hold_id, until, offered_at, answered_at) on app.waiting_offer to app_web, app_worker;
