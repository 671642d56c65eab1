-- What happened for a person, as a list of their own. A row holds ids and no words: what it says is read from what it is
-- about.
create table app.news (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contact_id uuid,
  member_id uuid,
  person_id uuid not null generated always as (coalesce(contact_id, member_id)) stored,
  kind text not null,
  matter text not null,
  key text not null,
  -- The latest word on a thing is the one that is shown.
  topic text not null generated always as (split_part(key, ':', 1) || ':' || split_part(key, ':', 2)) stored,
  visit_id uuid,
  animal_id uuid,
  client_id uuid,
  due_at timestamptz not null default now(),
  read_at timestamptz,
  constraint news_pk primary key (practice_id, id),
  constraint news_once unique (practice_id, person_id, key),
  constraint news_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint news_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint news_visit_fk foreign key (practice_id, visit_id) references app.visit (practice_id, id),
  constraint news_animal_fk foreign key (practice_id, animal_id) references app.animal (practice_id, id),
  constraint news_client_fk foreign key (practice_id, client_id) references app.client (practice_id, id),
  constraint news_of_one check ((contact_id is null) <> (member_id is null))
);
--> statement-breakpoint
create index news_of_topic on app.news (practice_id, person_id, topic, due_at desc);
--> statement-breakpoint
create table app.news_choice (
  practice_id uuid not null,
  contact_id uuid,
  member_id uuid,
  person_id uuid not null generated always as (coalesce(contact_id, member_id)) stored,
  hidden text[] not null,
  changed_at timestamptz not null default now(),
  constraint news_choice_pk primary key (practice_id, person_id),
  constraint news_choice_contact_fk foreign key (practice_id, contact_id) references app.contact (practice_id, id),
  constraint news_choice_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint news_choice_of_one check ((contact_id is null) <> (member_id is null))
);
--> statement-breakpoint
do $$
declare
  own text := 'exists (select 1 from app.contact c where c.practice_id = %1$I.practice_id and c.id = %1$I.contact_id
    and c.user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid))';
begin
  -- Whoever does something tells others of it, and reads nothing of theirs.
  perform app.protect('news', format(own, 'news'), 'false', 'true');
  perform app.protect('news_choice', format(own, 'news_choice'), 'false', format(own, 'news_choice'));
end $$;
--> statement-breakpoint
revoke update on app.news from app_web, app_worker;
--> statement-breakpoint
grant update (read_at) on app.news to app_web, app_worker;
--> statement-breakpoint
revoke delete on app.news_choice from app_web, app_worker;
--> statement-breakpoint
create policy upkeep_sees on app.news for select using ((select current_setting('app.purpose', true)) = 'upkeep'
  and due_at <= now() - interval '60 days');
--> statement-breakpoint
create policy upkeep on app.news for delete using ((select current_setting('app.purpose', true)) = 'upkeep'
  and due_at <= now() - interval '60 days');
