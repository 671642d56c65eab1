-- What was done with a visit, for the minutes in which it can be undone, and what its household knew of it before.
create table app.visit_change (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  version integer not null,
  verb text not null constraint visit_change_verb check (verb in ('booked', 'moved', 'reassigned', 'cancelled', 'restored')),
  before jsonb,
  known jsonb,
  changed_at timestamptz not null,
  undone_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references app.visit (practice_id, id)
);
--> statement-breakpoint
create unique index visit_change_one_a_version on app.visit_change (practice_id, visit_id, version);
--> statement-breakpoint
do $$
declare
  home text := 'exists (select 1 from app.visit v where v.practice_id = visit_change.practice_id and v.id = visit_change.visit_id)';
begin
  perform app.protect('visit_change', home, 'false', home);
end $$;
--> statement-breakpoint
-- What was done was done; it is only noted that it was undone.
revoke update, delete on app.visit_change from app_web, app_worker;
--> statement-breakpoint
grant update (undone_at) on app.visit_change to app_web, app_worker;
