-- A photo that was meant for a message and not sent with one: upkeep lets it go after a day, nobody else takes any away.
create policy upkeep on app.thread_photo as restrictive for delete to app_web, app_worker
  using ((select current_setting('app.purpose', true)) = 'upkeep' and added_at <= now() - interval '1 day');
--> statement-breakpoint
grant delete on app.thread_photo to app_web, app_worker;
