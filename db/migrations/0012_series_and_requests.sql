-- What a household asks for itself: a visit at one of up to three times, or at another one in its own words.
create table app.visit_request (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  service_id uuid not null,
  asked_by uuid not null,
  animal_ids uuid[] not null default '{}',
  -- "2026-05-15T11:45/<consultant>": a time on the wall of the home, as it was offered.
  choices text[] not null default '{}' constraint visit_request_choices check (cardinality(choices) <= 3),
  words text not null default '',
  state text not null default 'open' constraint visit_request_state
    check (state in ('open', 'approved', 'declined', 'withdrawn')),
  answer text not null default '',
  visit_id uuid,
  version integer not null default 1,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references app.client (practice_id, id),
  foreign key (practice_id, service_id) references app.service (practice_id, id),
  foreign key (practice_id, asked_by) references app.contact (practice_id, id),
  foreign key (practice_id, visit_id) references app.visit (practice_id, id),
  foreign key (practice_id, answered_by) references app.member (practice_id, id),
  constraint visit_request_asks check (choices <> '{}' or length(trim(words)) > 0),
  constraint visit_request_answered check ((state = 'open') = (answered_at is null)),
  constraint visit_request_approved check ((state = 'approved') = (visit_id is not null))
);
--> statement-breakpoint
create index visit_request_of_client on app.visit_request (practice_id, client_id, asked_at desc);
--> statement-breakpoint
create index visit_request_open on app.visit_request (practice_id, asked_at) where state = 'open';
--> statement-breakpoint
create index visit_request_of_visit on app.visit_request (practice_id, visit_id) where visit_id is not null;
--> statement-breakpoint
do $$
declare
  home text := 'client_id = (select nullif(current_setting(''app.client_id'', true), '''')::uuid)';
begin
  perform app.protect('visit_request', home, 'false', home || ' and state in (''open'', ''withdrawn'')');
end $$;
--> statement-breakpoint
-- What was asked stays as it was asked; it is answered.
revoke update, delete on app.visit_request from app_web, app_worker;
--> statement-breakpoint
grant update (state, answer, visit_id, version, answered_at, answered_by) on app.visit_request to app_web, app_worker;
--> statement-breakpoint
-- Until how many hours before a visit its household moves or cancels it itself.
alter table app.practice add column owner_change_hours integer not null default 24
  constraint practice_owner_change check (owner_change_hours between 0 and 336);
