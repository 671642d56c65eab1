ALTER TABLE "app"."note_animal" ADD COLUMN "pause_until" date;--> statement-breakpoint
ALTER TABLE "app"."note_animal" ADD COLUMN "ticks" text[] DEFAULT '{}' NOT NULL;