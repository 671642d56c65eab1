-- A day on the road: when somebody set off, what there is to know at a door, and the code that opens it.
alter table app.visit
  add column set_out_at timestamptz,
  -- The last tap of the day at this visit, and how the visit stood before it began: what a tap back leads to.
  add column tapped_at timestamptz,
  add column status_before text constraint visit_status_before check (status_before in ('booked', 'confirmed'));
--> statement-breakpoint
create index visit_tapped on app.visit (practice_id, consultant_id, tapped_at) where tapped_at is not null;
--> statement-breakpoint
-- Where to park, what to mind, what to bring. For the practice alone.
create table app.door (
  practice_id uuid not null,
  client_id uuid not null,
  parking text not null default '',
  exits text not null default '',
  hiding text not null default '',
  bring text not null default '',
  know text not null default '',
  version integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  primary key (practice_id, client_id),
  foreign key (practice_id, client_id) references app.client (practice_id, id),
  foreign key (practice_id, changed_by) references app.member (practice_id, id)
);
--> statement-breakpoint
-- The code of an alarm or a key safe, encrypted by the application: a table of its own, so that no list reads it.
create table app.door_code (
  practice_id uuid not null,
  client_id uuid not null,
  sealed text not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (practice_id, client_id),
  foreign key (practice_id, client_id) references app.client (practice_id, id),
  foreign key (practice_id, written_by) references app.member (practice_id, id)
);
--> statement-breakpoint
do $$
begin
  perform app.protect('door', 'false', 'false', 'false');
  perform app.protect('door_code', 'false', 'false', 'false');
end $$;
--> statement-breakpoint
revoke delete on app.door from app_web, app_worker;
--> statement-breakpoint
-- A tap that is taken back takes the drive it measured along; a drive is still never changed.
grant delete on app.drive to app_web;
