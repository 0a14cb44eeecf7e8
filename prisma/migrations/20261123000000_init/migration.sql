-- The whole model. docs/data-model.md says what each part is for.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- How text is compared in a search: any case, any accent, either Unicode form. unaccent() is only STABLE because its
-- dictionary could be edited; ours never is. Every name is qualified, because a restored dump has an empty search_path.
CREATE FUNCTION public.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)));

-- The LIKE pattern of what holds a word. Escaped after folding, which turns full-width % and _ into plain ones.
CREATE FUNCTION public.holds(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '%' || regexp_replace(public.fold(word), '([\\%_])', '\\\1', 'g') || '%';

-- A phone number as it is searched for: its digits.
CREATE FUNCTION public.digits(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(coalesce(value, ''), '[^0-9]', '', 'g');

-- The digits of every metadata value that could be a phone number.
CREATE FUNCTION public.metadata_digits(metadata jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(string_agg(public.digits(entry.value), ' ' ORDER BY entry.key), '')
    FROM jsonb_each_text(metadata) AS entry
    WHERE length(public.digits(entry.value)) BETWEEN 7 AND 15
);

-- What each record is found by.
CREATE FUNCTION public.company_search(name text, website text, email text, phone text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.fold(name || ' ' || coalesce(website, '') || ' ' || coalesce(email, '')) || ' ' || public.digits(phone);

CREATE FUNCTION public.contact_search(name text, job_title text, email text, company_key text, phone text, metadata jsonb)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.fold(name || ' ' || coalesce(job_title, '') || ' ' || coalesce(email, '')) || ' ' || company_key
    || ' ' || public.digits(phone) || ' ' || public.metadata_digits(metadata);

CREATE FUNCTION public.deal_search(name text, company_key text, contact_key text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.fold(name) || ' ' || company_key || ' ' || contact_key;

CREATE FUNCTION public.activity_search(subject text, description text, outcome text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.fold(subject || ' ' || coalesce(description, '') || ' ' || coalesce(outcome, ''));

CREATE TYPE "deal_stage" AS ENUM ('prospecting', 'qualification', 'proposal', 'negotiation', 'closed_won', 'closed_lost');
CREATE TYPE "activity_type" AS ENUM ('call', 'email', 'meeting', 'note');
CREATE TYPE "authority_level" AS ENUM ('primary', 'secondary', 'influencer');
CREATE TYPE "company_size" AS ENUM ('1-10', '11-50', '51-200', '201-500', '500+');
CREATE TYPE "contact_rhythm" AS ENUM ('weekly', 'biweekly', 'monthly', 'quarterly', 'half_yearly');

-- How people are ordered: those who decide first, then everybody else.
CREATE FUNCTION public.authority_rank(is_decision_maker boolean, level public.authority_level)
RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN NOT is_decision_maker THEN 4
    WHEN level = 'primary' THEN 0
    WHEN level = 'secondary' THEN 1
    WHEN level = 'influencer' THEN 2
    ELSE 3
END;

CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "seat" INTEGER,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "settings" (
    "user_id" UUID NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "week_start" SMALLINT NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "company" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "industry" TEXT,
    "size" "company_size",
    "website" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "notes" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "version" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.fold("name")) STORED,
    "industry_key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.fold("industry")) STORED,
    "search" TEXT GENERATED ALWAYS AS (public.company_search("name", "website", "email", "phone")) STORED,

    CONSTRAINT "company_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "contact" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "job_title" TEXT,
    "is_decision_maker" BOOLEAN NOT NULL DEFAULT false,
    "authority_level" "authority_level",
    "rhythm" "contact_rhythm",
    "notes" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "version" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "company_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.fold("name")) STORED,
    "job_title_key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.fold("job_title")) STORED,
    "email_key" TEXT COLLATE "C" GENERATED ALWAYS AS (lower("email")) STORED,
    "authority_rank" SMALLINT GENERATED ALWAYS AS (public.authority_rank("is_decision_maker", "authority_level")) STORED,
    "search" TEXT GENERATED ALWAYS AS (public.contact_search("name", "job_title", "email", "company_key", "phone", "metadata")) STORED,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "deal" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "contact_id" UUID,
    "name" TEXT NOT NULL,
    "value" DECIMAL(15,2) NOT NULL,
    "currency" TEXT NOT NULL,
    "stage" "deal_stage" NOT NULL DEFAULT 'prospecting',
    "probability" SMALLINT NOT NULL DEFAULT 10,
    "expected_close_on" DATE,
    "closed_at" TIMESTAMPTZ(3),
    "lost_reason" TEXT,
    "position" TEXT COLLATE "C" NOT NULL,
    "notes" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "version" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "company_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "contact_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.fold("name")) STORED,
    "search" TEXT GENERATED ALWAYS AS (public.deal_search("name", "company_key", "contact_key")) STORED,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "deal_stage_change" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "from_stage" "deal_stage",
    "to_stage" "deal_stage" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_stage_change_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "activity" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "contact_id" UUID,
    "deal_id" UUID,
    "type" "activity_type" NOT NULL,
    "subject" TEXT NOT NULL,
    "description" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" INTEGER,
    "outcome" TEXT,
    "next_steps" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "version" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" TEXT GENERATED ALWAYS AS (public.activity_search("subject", "description", "outcome")) STORED,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "follow_up" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "company_id" UUID,
    "contact_id" UUID,
    "deal_id" UUID,
    "activity_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "tag" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL DEFAULT 'slate',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (lower("name")) STORED,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "company_tag" (
    "user_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "company_tag_pkey" PRIMARY KEY ("user_id","company_id","tag_id")
);

CREATE TABLE "contact_tag" (
    "user_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "contact_tag_pkey" PRIMARY KEY ("user_id","contact_id","tag_id")
);

CREATE TABLE "company_stats" (
    "user_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "contacts" INTEGER NOT NULL DEFAULT 0,
    "deals" INTEGER NOT NULL DEFAULT 0,
    "open_deals" INTEGER NOT NULL DEFAULT 0,
    "activities" INTEGER NOT NULL DEFAULT 0,
    "last_activity_at" TIMESTAMPTZ(3),

    CONSTRAINT "company_stats_pkey" PRIMARY KEY ("user_id","company_id")
);

CREATE TABLE "contact_stats" (
    "user_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "deals" INTEGER NOT NULL DEFAULT 0,
    "open_deals" INTEGER NOT NULL DEFAULT 0,
    "activities" INTEGER NOT NULL DEFAULT 0,
    "last_activity_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_stats_pkey" PRIMARY KEY ("user_id","contact_id")
);

CREATE TABLE "change_set" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "undoes" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("user_id","id")
);

CREATE TABLE "change_log" (
    "user_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "change_set_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "change_log_pkey" PRIMARY KEY ("user_id","id")
);
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");
CREATE UNIQUE INDEX "user_seat_key" ON "user"("seat");
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");
CREATE INDEX "session_user_id_idx" ON "session"("user_id");
CREATE INDEX "account_user_id_idx" ON "account"("user_id");
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");
CREATE INDEX "company_user_id_name_key_id_idx" ON "company"("user_id", "name_key", "id");
CREATE INDEX "company_user_id_industry_key_id_idx" ON "company"("user_id", "industry_key", "id");
CREATE INDEX "company_user_id_size_id_idx" ON "company"("user_id", "size", "id");
CREATE INDEX "company_user_id_created_at_id_idx" ON "company"("user_id", "created_at", "id");
CREATE INDEX "company_search_idx" ON "company" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "company_metadata_idx" ON "company" USING GIN ("metadata" jsonb_path_ops);
CREATE INDEX "contact_user_id_company_id_authority_rank_name_key_idx" ON "contact"("user_id", "company_id", "authority_rank", "name_key");
CREATE INDEX "contact_user_id_name_key_id_idx" ON "contact"("user_id", "name_key", "id");
CREATE INDEX "contact_user_id_company_key_id_idx" ON "contact"("user_id", "company_key", "id");
CREATE INDEX "contact_user_id_job_title_key_id_idx" ON "contact"("user_id", "job_title_key", "id");
CREATE INDEX "contact_user_id_email_key_id_idx" ON "contact"("user_id", "email_key", "id");
CREATE INDEX "contact_user_id_authority_rank_name_key_id_idx" ON "contact"("user_id", "authority_rank", "name_key", "id");
CREATE INDEX "contact_user_id_created_at_id_idx" ON "contact"("user_id", "created_at", "id");
CREATE INDEX "contact_search_idx" ON "contact" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "contact_metadata_idx" ON "contact" USING GIN ("metadata" jsonb_path_ops);
CREATE INDEX "deal_user_id_company_id_idx" ON "deal"("user_id", "company_id");
CREATE INDEX "deal_user_id_contact_id_idx" ON "deal"("user_id", "contact_id");
CREATE INDEX "deal_user_id_name_key_id_idx" ON "deal"("user_id", "name_key", "id");
CREATE INDEX "deal_user_id_expected_close_on_id_idx" ON "deal"("user_id", "expected_close_on", "id");
CREATE INDEX "deal_user_id_closed_at_idx" ON "deal"("user_id", "closed_at");
CREATE INDEX "deal_user_id_created_at_id_idx" ON "deal"("user_id", "created_at", "id");
CREATE INDEX "deal_search_idx" ON "deal" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "deal_metadata_idx" ON "deal" USING GIN ("metadata" jsonb_path_ops);

-- A constraint rather than an index, because an undo may exchange two places
ALTER TABLE "deal" ADD CONSTRAINT "deal_user_id_stage_position_key" UNIQUE ("user_id", "stage", "position")
    DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX "deal_stage_change_user_id_deal_id_at_idx" ON "deal_stage_change"("user_id", "deal_id", "at");
CREATE INDEX "activity_user_id_at_id_idx" ON "activity"("user_id", "at", "id");
CREATE INDEX "activity_user_id_type_at_idx" ON "activity"("user_id", "type", "at");
CREATE INDEX "activity_user_id_company_id_at_idx" ON "activity"("user_id", "company_id", "at");
CREATE INDEX "activity_user_id_contact_id_at_idx" ON "activity"("user_id", "contact_id", "at");
CREATE INDEX "activity_user_id_deal_id_at_idx" ON "activity"("user_id", "deal_id", "at");
CREATE INDEX "activity_search_idx" ON "activity" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "activity_metadata_idx" ON "activity" USING GIN ("metadata" jsonb_path_ops);
CREATE INDEX "follow_up_user_id_due_on_id_idx" ON "follow_up"("user_id", "due_on", "id");
CREATE INDEX "follow_up_user_id_company_id_idx" ON "follow_up"("user_id", "company_id");
CREATE INDEX "follow_up_user_id_contact_id_idx" ON "follow_up"("user_id", "contact_id");
CREATE INDEX "follow_up_user_id_deal_id_idx" ON "follow_up"("user_id", "deal_id");
CREATE INDEX "follow_up_user_id_activity_id_idx" ON "follow_up"("user_id", "activity_id");
CREATE INDEX "company_tag_user_id_tag_id_idx" ON "company_tag"("user_id", "tag_id");
CREATE INDEX "contact_tag_user_id_tag_id_idx" ON "contact_tag"("user_id", "tag_id");
CREATE INDEX "company_stats_user_id_contacts_company_id_idx" ON "company_stats"("user_id", "contacts", "company_id");
CREATE INDEX "company_stats_user_id_open_deals_company_id_idx" ON "company_stats"("user_id", "open_deals", "company_id");
CREATE INDEX "company_stats_user_id_last_activity_at_company_id_idx" ON "company_stats"("user_id", "last_activity_at", "company_id");
CREATE INDEX "contact_stats_user_id_last_activity_at_contact_id_idx" ON "contact_stats"("user_id", "last_activity_at", "contact_id");
CREATE INDEX "change_set_user_id_at_idx" ON "change_set"("user_id", "at");
CREATE INDEX "change_log_user_id_change_set_id_id_idx" ON "change_log"("user_id", "change_set_id", "id");
CREATE INDEX "change_log_user_id_record_id_id_idx" ON "change_log"("user_id", "record_id", "id");

ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "settings" ADD CONSTRAINT "settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "company" ADD CONSTRAINT "company_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "contact" ADD CONSTRAINT "contact_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id") REFERENCES "contact"("user_id", "id") ON DELETE SET NULL ("contact_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "deal_stage_change" ADD CONSTRAINT "deal_stage_change_user_id_deal_id_fkey" FOREIGN KEY ("user_id", "deal_id") REFERENCES "deal"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id") REFERENCES "contact"("user_id", "id") ON DELETE SET NULL ("contact_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_deal_id_fkey" FOREIGN KEY ("user_id", "deal_id") REFERENCES "deal"("user_id", "id") ON DELETE SET NULL ("deal_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id") REFERENCES "contact"("user_id", "id") ON DELETE SET NULL ("contact_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_user_id_deal_id_fkey" FOREIGN KEY ("user_id", "deal_id") REFERENCES "deal"("user_id", "id") ON DELETE SET NULL ("deal_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_user_id_activity_id_fkey" FOREIGN KEY ("user_id", "activity_id") REFERENCES "activity"("user_id", "id") ON DELETE SET NULL ("activity_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "tag" ADD CONSTRAINT "tag_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "company_tag" ADD CONSTRAINT "company_tag_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "company_tag" ADD CONSTRAINT "company_tag_user_id_tag_id_fkey" FOREIGN KEY ("user_id", "tag_id") REFERENCES "tag"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "contact_tag" ADD CONSTRAINT "contact_tag_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id") REFERENCES "contact"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "contact_tag" ADD CONSTRAINT "contact_tag_user_id_tag_id_fkey" FOREIGN KEY ("user_id", "tag_id") REFERENCES "tag"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "company_stats" ADD CONSTRAINT "company_stats_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "contact_stats" ADD CONSTRAINT "contact_stats_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id") REFERENCES "contact"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "change_set" ADD CONSTRAINT "change_set_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "change_log" ADD CONSTRAINT "change_log_user_id_change_set_id_fkey" FOREIGN KEY ("user_id", "change_set_id") REFERENCES "change_set"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

-- A tag's name is taken whatever its case
ALTER TABLE "tag" ADD CONSTRAINT "tag_user_id_name_key_key" UNIQUE ("user_id", "name_key") DEFERRABLE INITIALLY IMMEDIATE;

-- What no program may store
ALTER TABLE "settings" ADD CONSTRAINT "settings_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT "settings_week_start_check" CHECK ("week_start" BETWEEN 1 AND 7);
ALTER TABLE "company" ADD CONSTRAINT "company_name_check" CHECK (btrim("name") <> '' AND char_length("name") <= 200),
    ADD CONSTRAINT "company_metadata_check" CHECK (jsonb_typeof("metadata") = 'object');
ALTER TABLE "contact" ADD CONSTRAINT "contact_name_check" CHECK (btrim("name") <> '' AND char_length("name") <= 200),
    ADD CONSTRAINT "contact_authority_check" CHECK ("authority_level" IS NULL OR "is_decision_maker"),
    ADD CONSTRAINT "contact_metadata_check" CHECK (jsonb_typeof("metadata") = 'object');
ALTER TABLE "deal" ADD CONSTRAINT "deal_name_check" CHECK (btrim("name") <> '' AND char_length("name") <= 200),
    ADD CONSTRAINT "deal_value_check" CHECK ("value" >= 0),
    ADD CONSTRAINT "deal_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT "deal_probability_check" CHECK ("probability" BETWEEN 0 AND 100),
    ADD CONSTRAINT "deal_closed_check" CHECK (("closed_at" IS NOT NULL) = ("stage" IN ('closed_won', 'closed_lost'))),
    ADD CONSTRAINT "deal_metadata_check" CHECK (jsonb_typeof("metadata") = 'object');
ALTER TABLE "activity" ADD CONSTRAINT "activity_subject_check" CHECK (btrim("subject") <> '' AND char_length("subject") <= 200),
    ADD CONSTRAINT "activity_duration_check" CHECK ("duration_minutes" >= 0),
    ADD CONSTRAINT "activity_metadata_check" CHECK (jsonb_typeof("metadata") = 'object');
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_title_check" CHECK (btrim("title") <> '' AND char_length("title") <= 200);
ALTER TABLE "tag" ADD CONSTRAINT "tag_name_check" CHECK (btrim("name") <> '' AND char_length("name") <= 50);

-- Version: a number that no earlier state of the row ever had, so that a form opened before an undo cannot pass for a
-- newer one. Set when anything but the named columns changes; an undo sets it itself, back to what it was.
CREATE FUNCTION public.touch_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unversioned text[] := array_cat(TG_ARGV, ARRAY['version', 'updated_at']);
BEGIN
    IF NEW.version = OLD.version AND to_jsonb(NEW) - unversioned <> to_jsonb(OLD) - unversioned THEN
        NEW.version := nextval(format('public.%I', TG_TABLE_NAME || '_version_seq'));
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER touch_row BEFORE UPDATE ON "company"
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('name_key', 'industry_key', 'search');
CREATE TRIGGER touch_row BEFORE UPDATE ON "contact"
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('company_key', 'name_key', 'job_title_key', 'email_key', 'authority_rank', 'search');
CREATE TRIGGER touch_row BEFORE UPDATE ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('position', 'company_key', 'contact_key', 'name_key', 'search');
CREATE TRIGGER touch_row BEFORE UPDATE ON "activity"
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('search');

-- The names of the company and the person, copied to where they are searched and sorted by. Derived: neither the version
-- nor the history knows of them. The row that the name is read from is locked, so that a renaming at the same time waits or
-- is waited for.
CREATE FUNCTION public.copy_company_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.company_key := coalesce((
        SELECT c.name_key FROM public.company c WHERE c.user_id = NEW.user_id AND c.id = NEW.company_id FOR SHARE
    ), '');
    RETURN NEW;
END $$;

CREATE FUNCTION public.copy_contact_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.contact_key := coalesce((
        SELECT c.name_key FROM public.contact c WHERE c.user_id = NEW.user_id AND c.id = NEW.contact_id FOR SHARE
    ), '');
    RETURN NEW;
END $$;

CREATE FUNCTION public.rename_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- asked first, because even an UPDATE of no rows fires the triggers that count
    IF EXISTS (SELECT FROM public.contact c WHERE c.user_id = NEW.user_id AND c.company_id = NEW.id) THEN
        UPDATE public.contact SET company_key = NEW.name_key WHERE user_id = NEW.user_id AND company_id = NEW.id;
    END IF;
    IF EXISTS (SELECT FROM public.deal d WHERE d.user_id = NEW.user_id AND d.company_id = NEW.id) THEN
        UPDATE public.deal SET company_key = NEW.name_key WHERE user_id = NEW.user_id AND company_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.rename_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public.deal d WHERE d.user_id = NEW.user_id AND d.contact_id = NEW.id) THEN
        UPDATE public.deal SET contact_key = NEW.name_key WHERE user_id = NEW.user_id AND contact_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER copy_company_key BEFORE INSERT OR UPDATE OF "company_id" ON "contact"
    FOR EACH ROW EXECUTE FUNCTION public.copy_company_key();
CREATE TRIGGER copy_company_key BEFORE INSERT OR UPDATE OF "company_id" ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.copy_company_key();
CREATE TRIGGER copy_contact_key BEFORE INSERT OR UPDATE OF "contact_id" ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.copy_contact_key();
CREATE TRIGGER name_company AFTER INSERT ON "company"
    FOR EACH ROW EXECUTE FUNCTION public.rename_company();
CREATE TRIGGER name_contact AFTER INSERT ON "contact"
    FOR EACH ROW EXECUTE FUNCTION public.rename_contact();
CREATE TRIGGER rename_company AFTER UPDATE ON "company"
    FOR EACH ROW WHEN (OLD."name_key" IS DISTINCT FROM NEW."name_key") EXECUTE FUNCTION public.rename_company();
CREATE TRIGGER rename_contact AFTER UPDATE ON "contact"
    FOR EACH ROW WHEN (OLD."name_key" IS DISTINCT FROM NEW."name_key") EXECUTE FUNCTION public.rename_contact();

-- Statistics. Each statement moves some rows in (+1) and some out (-1); what it moved is added up once per company or
-- person. The side rows are locked first, in one order, so that the statement after it sees what others committed.
CREATE FUNCTION public.moved_rows(operation text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE operation
    WHEN 'INSERT' THEN 'SELECT 1 AS n, r.* FROM new_rows r'
    WHEN 'DELETE' THEN 'SELECT -1 AS n, r.* FROM old_rows r'
    ELSE 'SELECT 1 AS n, r.* FROM new_rows r UNION ALL SELECT -1 AS n, r.* FROM old_rows r'
END;

CREATE FUNCTION public.lock_stats(operation text, parent text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format(
    'SELECT FROM public.%1$s_stats s WHERE (s.user_id, s.%1$s_id) IN (SELECT m.user_id, m.%1$s_id FROM (%2$s) m)
     ORDER BY s.user_id, s.%1$s_id FOR UPDATE', parent, public.moved_rows(operation));

CREATE FUNCTION public.open_company_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.company_stats (user_id, company_id, contacts, deals, open_deals, activities, last_activity_at)
    SELECT n.user_id, n.id,
        (SELECT count(*) FROM public.contact c WHERE c.user_id = n.user_id AND c.company_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.company_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.company_id = n.id AND d.closed_at IS NULL),
        (SELECT count(*) FROM public.activity a WHERE a.user_id = n.user_id AND a.company_id = n.id),
        (SELECT max(a.at) FROM public.activity a WHERE a.user_id = n.user_id AND a.company_id = n.id)
    FROM new_rows n;
    RETURN NULL;
END $$;

CREATE FUNCTION public.open_contact_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.contact_stats (user_id, contact_id, deals, open_deals, activities, last_activity_at)
    SELECT n.user_id, n.id,
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.contact_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.contact_id = n.id AND d.closed_at IS NULL),
        (SELECT count(*) FROM public.activity a WHERE a.user_id = n.user_id AND a.contact_id = n.id),
        (SELECT max(a.at) FROM public.activity a WHERE a.user_id = n.user_id AND a.contact_id = n.id)
    FROM new_rows n;
    RETURN NULL;
END $$;

CREATE FUNCTION public.count_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE public.lock_stats(TG_OP, 'company');
    EXECUTE format(
        'UPDATE public.company_stats s SET contacts = s.contacts + m.n
         FROM (SELECT user_id, company_id, sum(n) AS n FROM (%s) r GROUP BY 1, 2 HAVING sum(n) <> 0) m
         WHERE (s.user_id, s.company_id) = (m.user_id, m.company_id)', public.moved_rows(TG_OP));
    RETURN NULL;
END $$;

CREATE FUNCTION public.count_deals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE public.lock_stats(TG_OP, parent);
        EXECUTE format(
            'UPDATE public.%1$s_stats s SET deals = s.deals + m.n, open_deals = s.open_deals + m.open
             FROM (
                 SELECT user_id, %1$s_id, sum(n) AS n, coalesce(sum(n) FILTER (WHERE closed_at IS NULL), 0) AS open
                 FROM (%2$s) r GROUP BY 1, 2
             ) m
             WHERE (s.user_id, s.%1$s_id) = (m.user_id, m.%1$s_id) AND (m.n, m.open) <> (0, 0)', parent, public.moved_rows(TG_OP));
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION public.count_activities() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE public.lock_stats(TG_OP, parent);
        EXECUTE format(
            'UPDATE public.%1$s_stats s SET activities = s.activities + m.n, last_activity_at = (
                 SELECT max(a.at) FROM public.activity a WHERE a.user_id = s.user_id AND a.%1$s_id = s.%1$s_id
             )
             FROM (SELECT user_id, %1$s_id, sum(n) AS n FROM (%2$s) r GROUP BY 1, 2) m
             WHERE (s.user_id, s.%1$s_id) = (m.user_id, m.%1$s_id)', parent, public.moved_rows(TG_OP));
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER open_stats AFTER INSERT ON "company" REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.open_company_stats();
CREATE TRIGGER open_stats AFTER INSERT ON "contact" REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.open_contact_stats();

DO $$
DECLARE
    counted text[];
BEGIN
    FOREACH counted SLICE 1 IN ARRAY ARRAY[['contact', 'count_contacts'], ['deal', 'count_deals'], ['activity', 'count_activities']] LOOP
        EXECUTE format(
            'CREATE TRIGGER stats_insert AFTER INSERT ON public.%1$I REFERENCING NEW TABLE AS new_rows
                 FOR EACH STATEMENT EXECUTE FUNCTION public.%2$I();
             CREATE TRIGGER stats_update AFTER UPDATE ON public.%1$I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                 FOR EACH STATEMENT EXECUTE FUNCTION public.%2$I();
             CREATE TRIGGER stats_delete AFTER DELETE ON public.%1$I REFERENCING OLD TABLE AS old_rows
                 FOR EACH STATEMENT EXECUTE FUNCTION public.%2$I();', counted[1], counted[2]);
    END LOOP;
END $$;

-- History. Arguments: the column that names the record whose history a row belongs to, then the columns that are derived
-- and therefore not kept. The change set is named by the transaction (app.change_set, app.change_label) and written with
-- its first change; a change made past the application gets a set of its own, so that nothing goes unrecorded.
CREATE FUNCTION public.log_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    derived text[] := TG_ARGV[1:];
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - derived END;
    after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - derived END;
    owner uuid := coalesce(after, before) ->> 'user_id';
    change_set uuid := nullif(current_setting('app.change_set', true), '');
BEGIN
    IF before = after THEN
        RETURN NULL;
    END IF;
    -- an account that is deleted takes its history with it
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM public."user" u WHERE u.id = owner) THEN
        RETURN NULL;
    END IF;
    IF change_set IS NULL THEN
        change_set := gen_random_uuid();
        PERFORM set_config('app.change_set', change_set::text, true);
    END IF;
    IF current_setting('app.change_set_written', true) IS DISTINCT FROM change_set || ' ' || owner THEN
        INSERT INTO public.change_set (user_id, id, label, undoes, at)
        VALUES (
            owner, change_set,
            coalesce(nullif(current_setting('app.change_label', true), ''), 'Changed outside the application'),
            nullif(current_setting('app.change_undoes', true), '')::uuid, now()
        )
        ON CONFLICT DO NOTHING;
        PERFORM set_config('app.change_set_written', change_set || ' ' || owner, true);
    END IF;
    INSERT INTO public.change_log (user_id, change_set_id, entity, record_id, before, after)
    VALUES (owner, change_set, TG_TABLE_NAME, (coalesce(after, before) ->> TG_ARGV[0])::uuid, before, after);
    RETURN NULL;
END $$;

-- PostgreSQL fires them for a cascade after its cause: read backwards, children come back before their parents. Hence the
-- deferred keys of an undo, and hence a parent that is inserted looks for children.
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "settings"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('user_id');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "company"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key', 'industry_key', 'search');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "contact"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'company_key', 'name_key', 'job_title_key', 'email_key', 'authority_rank', 'search');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'company_key', 'contact_key', 'name_key', 'search');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "deal_stage_change"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('deal_id');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "activity"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'search');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "follow_up"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "tag"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "company_tag"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('company_id');
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "contact_tag"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('contact_id');

-- A row as it is now, cut down to the columns that were logged: later migrations may have added some.
CREATE FUNCTION public.as_logged(present jsonb, logged jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN (SELECT jsonb_object_agg(column_name, value) FROM jsonb_each(present) AS c(column_name, value) WHERE logged ? column_name);

-- Takes one change set of one account back, as a change of its own: every row that the set touched becomes again what it
-- was before the set's first change to it. Returns what stands in the way: rows that are no longer as the set left them,
-- and rows outside the set that the undo would have touched. Where it returns any row, the caller rolls back.
CREATE FUNCTION public.undo_change_set(owner uuid, undone uuid)
RETURNS TABLE (entity text, logged jsonb) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    touched record;
    created text[] := '{}';
    deletion text;
BEGIN
    SET CONSTRAINTS ALL DEFERRED;
    DROP TABLE IF EXISTS pg_temp.undone_row;
    -- one line per row: its key, what it was before the set and what the set made of it
    CREATE TEMP TABLE undone_row ON COMMIT DROP AS
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE t.relnamespace = 'public'::regnamespace
        ), change AS (
            SELECT l.id, l.entity, l.before, l.after, (
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ) AS key
            FROM public.change_log l WHERE l.user_id = owner AND l.change_set_id = undone
        )
        SELECT c.entity, c.key, (array_agg(c.before ORDER BY c.id))[1] AS before, (array_agg(c.after ORDER BY c.id DESC))[1] AS after
        FROM change c GROUP BY c.entity, c.key;
    -- came and went within the set
    DELETE FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.after IS NULL;
    ANALYZE pg_temp.undone_row;

    FOR touched IN
        SELECT u.entity, (
            SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = format('public.%I', u.entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attgenerated = '' AND min(coalesce(u.before, u.after)::text)::jsonb ? a.attname
        ) AS columns, (
            SELECT string_agg(format('t.%1$I = (u.key ->> %1$L)::uuid', k), ' AND ') FROM jsonb_object_keys(min(u.key::text)::jsonb) k
        ) AS same_row
        FROM pg_temp.undone_row u GROUP BY u.entity
    LOOP
        EXECUTE format('SELECT FROM public.%1$I t JOIN pg_temp.undone_row u ON u.entity = %1$L AND %2$s FOR UPDATE OF t',
            touched.entity, touched.same_row);
        RETURN QUERY EXECUTE format(
            'SELECT u.entity, coalesce(u.after, u.before) FROM pg_temp.undone_row u LEFT JOIN public.%1$I t ON %2$s
             WHERE u.entity = %1$L AND public.as_logged(to_jsonb(t), coalesce(u.after, u.before)) IS DISTINCT FROM u.after',
            touched.entity, touched.same_row);
        EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM (
                 SELECT (jsonb_populate_record(NULL::public.%1$I, u.before)).* FROM pg_temp.undone_row u
                 WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NULL
                   AND NOT EXISTS (SELECT FROM public.%1$I t WHERE %3$s)
             ) r', touched.entity, touched.columns, touched.same_row);
        EXECUTE format(
            'UPDATE public.%1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::public.%1$I, u.before))
             FROM pg_temp.undone_row u
             WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NOT NULL AND %3$s',
            touched.entity, touched.columns, touched.same_row);
        created := created || format(
            'DELETE FROM public.%1$I t USING pg_temp.undone_row u WHERE u.entity = %1$L AND u.before IS NULL AND %2$s',
            touched.entity, touched.same_row);
    END LOOP;

    -- what the set created goes last: by then nothing that stays hangs on it
    FOREACH deletion IN ARRAY created LOOP
        EXECUTE deletion;
    END LOOP;

    RETURN QUERY
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE t.relnamespace = 'public'::regnamespace
        )
        SELECT l.entity, l.changed FROM (
            SELECT l.entity, coalesce(l.after, l.before) AS changed, (
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ) AS key
            FROM public.change_log l
            WHERE l.user_id = owner AND l.change_set_id = nullif(current_setting('app.change_set', true), '')::uuid
        ) l
        WHERE NOT EXISTS (SELECT FROM pg_temp.undone_row u WHERE u.entity = l.entity AND u.key = l.key);
    SET CONSTRAINTS ALL IMMEDIATE;
END $$;
