-- An assessment says what it was made for: the session that was written down or taken out, the note that was
-- signed, and whose doing that was.
alter table app.assessment
  add column session_id uuid,
  add column note_id uuid,
  add column by_name text not null default '',
  add constraint assessment_practice_id_session_id_fk
    foreign key (practice_id, session_id) references app.session (practice_id, id),
  add constraint assessment_practice_id_note_id_fk
    foreign key (practice_id, note_id) references app.note (practice_id, id),
  add constraint assessment_cause check (cause in ('note', 'log', 'void', 'decision'));
