CREATE TYPE "app"."role" AS ENUM('owner', 'consultant', 'assistant');--> statement-breakpoint
CREATE TABLE "app"."animal" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"species" text NOT NULL,
	"born_on" date,
	"born_precision" text DEFAULT 'unknown' NOT NULL,
	"sex" text DEFAULT 'unknown' NOT NULL,
	"neutering" text DEFAULT 'unknown' NOT NULL,
	"breed" text DEFAULT '' NOT NULL,
	"coat" text DEFAULT '' NOT NULL,
	"origin" text DEFAULT 'unknown' NOT NULL,
	"acquired_on" date,
	"temperament" text[] DEFAULT '{}' NOT NULL,
	"microchip" text DEFAULT '' NOT NULL,
	"vet_name" text DEFAULT '' NOT NULL,
	"vet_phone" text DEFAULT '' NOT NULL,
	"food_preferences" text DEFAULT '' NOT NULL,
	"known_triggers" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"show_score" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "animal_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."measure" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"taken_on" date NOT NULL,
	"weight_grams" integer,
	"girth_mm" integer,
	"neck_mm" integer,
	"length_mm" integer,
	"two_fingers" boolean,
	"back_out_test" boolean,
	"gear" text DEFAULT '' NOT NULL,
	"note_id" uuid,
	"taken_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "measure_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "app"."auth_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "app"."rate_limit" (
	"bucket" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rate_limit_bucket_key_hash_window_start_pk" PRIMARY KEY("bucket","key_hash","window_start")
);
--> statement-breakpoint
CREATE TABLE "app"."set_up_link" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" "citext",
	"name" text,
	"email_verified" timestamp with time zone,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "app"."verification_token" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"code_hash" "bytea",
	"code_tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."client" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"heard_from" text,
	"street" text DEFAULT '' NOT NULL,
	"town" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lng" double precision,
	"zone" text NOT NULL,
	"access_notes" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "client_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."consent" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"given" boolean NOT NULL,
	"given_on" date NOT NULL,
	"given_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."contact" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"relation" text DEFAULT '' NOT NULL,
	"email" "citext",
	"phone" text DEFAULT '' NOT NULL,
	"is_main" boolean DEFAULT false NOT NULL,
	"user_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "contact_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."assessment" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"stage_key" text NOT NULL,
	"as_of" date NOT NULL,
	"rule_set" text NOT NULL,
	"score" integer,
	"confidence" double precision NOT NULL,
	"recommendation" text NOT NULL,
	"why" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"cause" text NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."homework" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"stage_key" text NOT NULL,
	"note_id" uuid,
	"items" jsonb NOT NULL,
	"set_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "homework_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."plan" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"protocol_id" uuid NOT NULL,
	"goal" text NOT NULL,
	"goal_risk" text NOT NULL,
	"min_days_factor" double precision DEFAULT 1 NOT NULL,
	"started_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "plan_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."protocol" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"species" text NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "protocol_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_record" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"item" text NOT NULL,
	"passed_on" date NOT NULL,
	"valid_until" date,
	"site" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "safety_record_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."stage_entry" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"animal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stage_key" text NOT NULL,
	"from_stage_key" text,
	"entered_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"pause_until" date,
	"undoes" uuid,
	"assessment_id" uuid,
	"note_id" uuid,
	"decided_by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "app"."stage_entry_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	CONSTRAINT "stage_entry_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."vet_flag" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"sign" text NOT NULL,
	"session_id" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"closing_note" text,
	CONSTRAINT "vet_flag_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_event" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid,
	"viewer_kind" text NOT NULL,
	"verb" text NOT NULL,
	"noun" text NOT NULL,
	"noun_id" uuid,
	"detail" jsonb,
	CONSTRAINT "audit_event_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."member" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" "app"."role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "member_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body_text" text NOT NULL,
	"body_html" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"send_after" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "app"."practice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"units" text DEFAULT 'metric' NOT NULL,
	"paper" text DEFAULT 'a4' NOT NULL,
	"email" text,
	"phone" text,
	"base_street" text,
	"base_town" text,
	"base_lat" double precision,
	"base_lng" double precision,
	"day_start" text DEFAULT '08:30' NOT NULL,
	"day_end" text DEFAULT '18:30' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."service" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"minutes" integer NOT NULL,
	"place" text DEFAULT 'home' NOT NULL,
	"sort" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."session" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"stage_key" text NOT NULL,
	"visit_id" uuid,
	"source" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"day" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "app"."session_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"exercise" text DEFAULT '' NOT NULL,
	"duration_sec" integer,
	"reps_ok" integer,
	"reps_total" integer,
	"stress" integer NOT NULL,
	"signs" text[] DEFAULT '{}' NOT NULL,
	"good_signs" text[] DEFAULT '{}' NOT NULL,
	"food" text,
	"choice" text,
	"recovery" text,
	"tension" text,
	"ended" text,
	"triggers" text[] DEFAULT '{}' NOT NULL,
	"trigger_distance" text,
	"place" text,
	"events" text[] DEFAULT '{}' NOT NULL,
	"health" text[] DEFAULT '{}' NOT NULL,
	"owner_mood" text,
	"latency_approach_sec" integer,
	"latency_eat_sec" integer,
	"latency_step_sec" integer,
	"longest_calm_sec" integer,
	"css_start" integer,
	"css_peak" integer,
	"css_end" integer,
	"noise" text,
	"weather" text,
	"temperature_c" integer,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_by" uuid,
	"void_reason" text,
	CONSTRAINT "session_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."share_link" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"animal_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"token_prefix" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" timestamp with time zone,
	CONSTRAINT "share_link_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "share_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "app"."amendment" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"note_id" uuid NOT NULL,
	"body" text NOT NULL,
	"reason" text NOT NULL,
	"shown" boolean DEFAULT true NOT NULL,
	"amended_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "amendment_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."internal_note" (
	"practice_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "internal_note_practice_id_note_id_pk" PRIMARY KEY("practice_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "app"."note" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by" uuid,
	"signed_zone" text,
	"content_hash" text,
	CONSTRAINT "note_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."note_animal" (
	"practice_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"animal_id" uuid NOT NULL,
	"block" jsonb NOT NULL,
	"decision" text,
	"decision_reason" text DEFAULT '' NOT NULL,
	"assessment_id" uuid,
	CONSTRAINT "note_animal_practice_id_note_id_animal_id_pk" PRIMARY KEY("practice_id","note_id","animal_id")
);
--> statement-breakpoint
CREATE TABLE "app"."visit" (
	"practice_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"client_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"consultant_id" uuid NOT NULL,
	"status" text DEFAULT 'booked' NOT NULL,
	"local_start" timestamp without time zone NOT NULL,
	"zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"blocked" "tstzrange" NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"arrived_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"booked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visit_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."visit_animal" (
	"practice_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"animal_id" uuid NOT NULL,
	CONSTRAINT "visit_animal_practice_id_visit_id_animal_id_pk" PRIMARY KEY("practice_id","visit_id","animal_id")
);
--> statement-breakpoint
ALTER TABLE "app"."animal" ADD CONSTRAINT "animal_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "app"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."measure" ADD CONSTRAINT "measure_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."auth_session" ADD CONSTRAINT "auth_session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client" ADD CONSTRAINT "client_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "app"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consent" ADD CONSTRAINT "consent_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "app"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consent" ADD CONSTRAINT "consent_practice_id_recorded_by_member_practice_id_id_fk" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "app"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."contact" ADD CONSTRAINT "contact_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."contact" ADD CONSTRAINT "contact_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "app"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assessment" ADD CONSTRAINT "assessment_practice_id_plan_id_plan_practice_id_id_fk" FOREIGN KEY ("practice_id","plan_id") REFERENCES "app"."plan"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assessment" ADD CONSTRAINT "assessment_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."homework" ADD CONSTRAINT "homework_practice_id_plan_id_plan_practice_id_id_fk" FOREIGN KEY ("practice_id","plan_id") REFERENCES "app"."plan"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."homework" ADD CONSTRAINT "homework_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."plan" ADD CONSTRAINT "plan_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."plan" ADD CONSTRAINT "plan_practice_id_protocol_id_protocol_practice_id_id_fk" FOREIGN KEY ("practice_id","protocol_id") REFERENCES "app"."protocol"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."protocol" ADD CONSTRAINT "protocol_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "app"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_record" ADD CONSTRAINT "safety_record_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stage_entry" ADD CONSTRAINT "stage_entry_practice_id_plan_id_plan_practice_id_id_fk" FOREIGN KEY ("practice_id","plan_id") REFERENCES "app"."plan"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stage_entry" ADD CONSTRAINT "stage_entry_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."vet_flag" ADD CONSTRAINT "vet_flag_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_event" ADD CONSTRAINT "audit_event_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "app"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member" ADD CONSTRAINT "member_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "app"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."service" ADD CONSTRAINT "service_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "app"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."session" ADD CONSTRAINT "session_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."session" ADD CONSTRAINT "session_practice_id_plan_id_plan_practice_id_id_fk" FOREIGN KEY ("practice_id","plan_id") REFERENCES "app"."plan"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."session" ADD CONSTRAINT "session_practice_id_visit_id_visit_practice_id_id_fk" FOREIGN KEY ("practice_id","visit_id") REFERENCES "app"."visit"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."share_link" ADD CONSTRAINT "share_link_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."amendment" ADD CONSTRAINT "amendment_practice_id_note_id_note_practice_id_id_fk" FOREIGN KEY ("practice_id","note_id") REFERENCES "app"."note"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."amendment" ADD CONSTRAINT "amendment_practice_id_amended_by_member_practice_id_id_fk" FOREIGN KEY ("practice_id","amended_by") REFERENCES "app"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."internal_note" ADD CONSTRAINT "internal_note_practice_id_note_id_note_practice_id_id_fk" FOREIGN KEY ("practice_id","note_id") REFERENCES "app"."note"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note" ADD CONSTRAINT "note_practice_id_visit_id_visit_practice_id_id_fk" FOREIGN KEY ("practice_id","visit_id") REFERENCES "app"."visit"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note" ADD CONSTRAINT "note_practice_id_author_id_member_practice_id_id_fk" FOREIGN KEY ("practice_id","author_id") REFERENCES "app"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_animal" ADD CONSTRAINT "note_animal_practice_id_note_id_note_practice_id_id_fk" FOREIGN KEY ("practice_id","note_id") REFERENCES "app"."note"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_animal" ADD CONSTRAINT "note_animal_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_animal" ADD CONSTRAINT "note_animal_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "app"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."visit" ADD CONSTRAINT "visit_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "app"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."visit" ADD CONSTRAINT "visit_practice_id_service_id_service_practice_id_id_fk" FOREIGN KEY ("practice_id","service_id") REFERENCES "app"."service"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."visit" ADD CONSTRAINT "visit_practice_id_consultant_id_member_practice_id_id_fk" FOREIGN KEY ("practice_id","consultant_id") REFERENCES "app"."member"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."visit_animal" ADD CONSTRAINT "visit_animal_practice_id_visit_id_visit_practice_id_id_fk" FOREIGN KEY ("practice_id","visit_id") REFERENCES "app"."visit"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."visit_animal" ADD CONSTRAINT "visit_animal_practice_id_animal_id_animal_practice_id_id_fk" FOREIGN KEY ("practice_id","animal_id") REFERENCES "app"."animal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "animal_practice_id_client_id_index" ON "app"."animal" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "measure_practice_id_animal_id_taken_on_index" ON "app"."measure" USING btree ("practice_id","animal_id","taken_on");--> statement-breakpoint
CREATE INDEX "auth_session_user_id_index" ON "app"."auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_token_identifier_index" ON "app"."verification_token" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "client_practice_id_archived_at_name_index" ON "app"."client" USING btree ("practice_id","archived_at","name");--> statement-breakpoint
CREATE INDEX "consent_practice_id_client_id_kind_index" ON "app"."consent" USING btree ("practice_id","client_id","kind");--> statement-breakpoint
CREATE INDEX "contact_practice_id_client_id_index" ON "app"."contact" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "contact_user_id_index" ON "app"."contact" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "assessment_practice_id_animal_id_computed_at_index" ON "app"."assessment" USING btree ("practice_id","animal_id","computed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "homework_one_current" ON "app"."homework" USING btree ("practice_id","animal_id") WHERE replaced_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_one_running" ON "app"."plan" USING btree ("practice_id","animal_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "protocol_practice_id_key_version_index" ON "app"."protocol" USING btree ("practice_id","key","version");--> statement-breakpoint
CREATE INDEX "safety_record_practice_id_animal_id_item_index" ON "app"."safety_record" USING btree ("practice_id","animal_id","item");--> statement-breakpoint
CREATE INDEX "stage_entry_practice_id_animal_id_seq_index" ON "app"."stage_entry" USING btree ("practice_id","animal_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "vet_flag_one_open" ON "app"."vet_flag" USING btree ("practice_id","animal_id","sign") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "audit_event_practice_id_noun_noun_id_index" ON "app"."audit_event" USING btree ("practice_id","noun","noun_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_practice_id_user_id_index" ON "app"."member" USING btree ("practice_id","user_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "member_user_id_index" ON "app"."member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "outbox_state_send_after_index" ON "app"."outbox" USING btree ("state","send_after");--> statement-breakpoint
CREATE INDEX "session_practice_id_animal_id_day_seq_index" ON "app"."session" USING btree ("practice_id","animal_id","day","seq");--> statement-breakpoint
CREATE INDEX "session_practice_id_visit_id_index" ON "app"."session" USING btree ("practice_id","visit_id");--> statement-breakpoint
CREATE INDEX "share_link_practice_id_animal_id_index" ON "app"."share_link" USING btree ("practice_id","animal_id");--> statement-breakpoint
CREATE INDEX "amendment_practice_id_note_id_index" ON "app"."amendment" USING btree ("practice_id","note_id");--> statement-breakpoint
CREATE UNIQUE INDEX "note_practice_id_visit_id_index" ON "app"."note" USING btree ("practice_id","visit_id");--> statement-breakpoint
CREATE INDEX "note_animal_practice_id_animal_id_index" ON "app"."note_animal" USING btree ("practice_id","animal_id");--> statement-breakpoint
CREATE INDEX "visit_practice_id_local_start_index" ON "app"."visit" USING btree ("practice_id","local_start");--> statement-breakpoint
CREATE INDEX "visit_practice_id_client_id_local_start_index" ON "app"."visit" USING btree ("practice_id","client_id","local_start");--> statement-breakpoint
CREATE INDEX "visit_practice_id_consultant_id_local_start_index" ON "app"."visit" USING btree ("practice_id","consultant_id","local_start");--> statement-breakpoint
CREATE INDEX "visit_animal_practice_id_animal_id_index" ON "app"."visit_animal" USING btree ("practice_id","animal_id");