-- A household's device sends its logs as a consultant's does, each with a receipt: its own, and of logs alone.
drop policy household on app.sync_receipt;
--> statement-breakpoint
create policy household on app.sync_receipt as restrictive to app_web, app_worker
  using (case (select current_setting('app.role', true)) when 'guardian' then kind = 'log_homework'
    when 'share' then false else true end)
  with check (case (select current_setting('app.role', true)) when 'guardian' then kind = 'log_homework'
    when 'share' then false else true end);
