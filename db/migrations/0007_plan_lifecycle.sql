-- Every change of a plan names the protocol version it was made under, so that a plan may be moved to another
-- one and its past keeps the words it had. A completed plan says how it ended.
alter table app.stage_entry
  add column protocol_id uuid,
  add column from_protocol_id uuid,
  add column outcome text;
--> statement-breakpoint
update app.stage_entry e set protocol_id = p.protocol_id
  from app.plan p where p.practice_id = e.practice_id and p.id = e.plan_id;
--> statement-breakpoint
alter table app.stage_entry
  alter column protocol_id set not null,
  add constraint stage_entry_practice_id_protocol_id_fk
    foreign key (practice_id, protocol_id) references app.protocol (practice_id, id),
  add constraint stage_entry_practice_id_from_protocol_id_fk
    foreign key (practice_id, from_protocol_id) references app.protocol (practice_id, id),
  add constraint stage_entry_version_from_to check ((kind = 'change_version') = (from_protocol_id is not null)),
  add constraint stage_entry_outcome check
    (outcome is null or (kind = 'complete' and outcome in ('leash_walks', 'occasional', 'indoors')));
