-- When somebody of a household looked at their home, so that it can say what changed since. No page
-- shows it to anybody else.
create table app.home_look (
  practice_id uuid not null,
  contact_id uuid not null,
  seen_at timestamptz not null,
  before_at timestamptz,
  constraint home_look_pk primary key (practice_id, contact_id),
  constraint home_look_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id)
);
--> statement-breakpoint
do $$
declare
  own text := 'exists (select 1 from app.contact c where c.practice_id = home_look.practice_id
    and c.id = home_look.contact_id and c.user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid))';
begin
  perform app.protect('home_look', own, 'false', own);
end $$;
--> statement-breakpoint
revoke delete on app.home_look from app_web, app_worker;
