-- A protocol that is being written: one draft a key, until it becomes an immutable row of app.protocol.
create table app.protocol_draft (
  practice_id uuid not null references app.practice (id),
  id uuid not null default gen_random_uuid(),
  key text not null,
  definition jsonb not null,
  based_on uuid,
  version integer not null default 1,
  updated_by uuid not null,
  updated_at timestamp with time zone not null default now(),
  primary key (practice_id, id),
  foreign key (practice_id, based_on) references app.protocol (practice_id, id),
  foreign key (practice_id, updated_by) references app.member (practice_id, id)
);
--> statement-breakpoint
create unique index protocol_draft_one_a_key on app.protocol_draft (practice_id, key);
--> statement-breakpoint
do $$ begin perform app.protect('protocol_draft', 'false', 'false', 'false'); end $$;
--> statement-breakpoint
alter table app.protocol add column published_by uuid,
  add constraint protocol_published_by_member foreign key (practice_id, published_by) references app.member (practice_id, id);
