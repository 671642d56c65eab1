-- What a device sent from its queue, under a key it made, and what became of it: the same request again gets the same
-- answer and happens once. Written in the transaction of what it did. Kept 90 days, since phones sleep long.
create table app.sync_receipt (
  practice_id uuid not null,
  user_id uuid not null references app."user" (id),
  key uuid not null,
  kind text not null,
  -- SHA-256 of the operation as it was sent, hex: one key stands for one content.
  content_hash text not null constraint sync_receipt_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  answer jsonb,
  -- By the device's clock, then by ours.
  made_at timestamptz not null,
  received_at timestamptz not null,
  primary key (practice_id, user_id, key)
);
--> statement-breakpoint
create index sync_receipt_by_age on app.sync_receipt (received_at);
--> statement-breakpoint
select app.protect('sync_receipt', 'false', 'false', 'false');
--> statement-breakpoint
-- An answer may quote a draft, and a draft is one person's.
create policy own on app.sync_receipt as restrictive to app_web, app_worker
  using ((select current_setting('app.purpose', true)) = 'upkeep'
    or user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
--> statement-breakpoint
create policy upkeep_sees on app.sync_receipt for select
  using ((select current_setting('app.purpose', true)) = 'upkeep' and received_at <= now() - interval '90 days');
--> statement-breakpoint
create policy upkeep on app.sync_receipt for delete
  using ((select current_setting('app.purpose', true)) = 'upkeep' and received_at <= now() - interval '90 days');
--> statement-breakpoint
-- Written once with its answer to follow, then as it is.
revoke update on app.sync_receipt from app_web, app_worker;
--> statement-breakpoint
grant update (answer) on app.sync_receipt to app_web, app_worker;
