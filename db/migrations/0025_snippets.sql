-- Words a practice writes often, by the field of a note they are for.
create table app.snippet (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  field text not null,
  body text not null,
  version integer not null default 1,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  constraint snippet_practice_id_id_pk primary key (practice_id, id),
  constraint snippet_by_fk foreign key (practice_id, written_by) references app.member (practice_id, id)
);
--> statement-breakpoint
select app.protect('snippet', 'false', 'false', 'false');
