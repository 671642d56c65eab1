-- Who else writes on a draft: its author shares it, and takes it back by taking the row out. The audit keeps both.
create table app.note_share (
  practice_id uuid not null,
  note_id uuid not null,
  member_id uuid not null,
  shared_by uuid not null,
  shared_at timestamptz not null default now(),
  constraint note_share_pk primary key (practice_id, note_id, member_id),
  constraint note_share_note_fk foreign key (practice_id, note_id) references app.note (practice_id, id),
  constraint note_share_member_fk foreign key (practice_id, member_id) references app.member (practice_id, id),
  constraint note_share_by_fk foreign key (practice_id, shared_by) references app.member (practice_id, id)
);
--> statement-breakpoint
select app.protect('note_share', 'false', 'false', 'false');
--> statement-breakpoint
revoke update on app.note_share from app_web, app_worker;
