-- A request all of whose times somebody else got: to which visit, and the times that fitted then, for its household to
-- choose from.
alter table app.visit_request
  add column lost_to uuid,
  add column instead text[] not null default '{}' constraint visit_request_instead check (cardinality(instead) <= 20),
  add constraint visit_request_lost_fk foreign key (practice_id, lost_to) references app.visit (practice_id, id),
  add constraint visit_request_lost check (lost_to is not null or instead = '{}');
--> statement-breakpoint
create index visit_request_lost_to on app.visit_request (practice_id, lost_to) where lost_to is not null;
--> statement-breakpoint
grant update (choices, lost_to, instead) on app.visit_request to app_web, app_worker;
