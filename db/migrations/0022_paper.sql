-- What an animal answers to, for its sheet on the fridge, and by what somebody else knows it, for a poster.
alter table app.animal
  add column cue_words text not null default '',
  add column marks text not null default '';
