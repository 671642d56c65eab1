-- What had changed since the visit before stays as it was said when the note was signed, whatever is voided later.
alter table app.note_animal add column changes jsonb;
