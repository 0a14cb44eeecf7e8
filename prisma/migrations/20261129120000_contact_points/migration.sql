-- Several emails, phones and links for each contact and company. The main ones stay in their columns and get a label; further
-- ones are rows of contact_point. docs/data-model.md says what each part is for.
CREATE TYPE "contact_point_kind" AS ENUM ('email', 'phone', 'link');

-- What a point is compared by.
CREATE FUNCTION public.point_key(kind public.contact_point_kind, value text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE kind
    WHEN 'email' THEN public.written_email(value)
    WHEN 'phone' THEN public.phone_key(value)
    ELSE public.web_domain(value)
END;

CREATE TABLE "contact_point" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID,
    "contact_id" UUID,
    "kind" "contact_point_kind" NOT NULL,
    "label" TEXT,
    "value" TEXT NOT NULL,
    "place" SMALLINT NOT NULL,
    "key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.point_key("kind", "value")) STORED,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("user_id", "id"),
    CONSTRAINT "contact_point_owner_check" CHECK (num_nonnulls("company_id", "contact_id") = 1),
    CONSTRAINT "contact_point_label_check" CHECK (char_length("label") BETWEEN 1 AND 40),
    CONSTRAINT "contact_point_value_check" CHECK (char_length("value") BETWEEN 1 AND 300),
    CONSTRAINT "contact_point_user_id_company_id_fkey" FOREIGN KEY ("user_id", "company_id") REFERENCES "company"("user_id", "id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "contact_point_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id") REFERENCES "contact"("user_id", "id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX "contact_point_user_id_company_id_idx" ON "contact_point"("user_id", "company_id");
CREATE INDEX "contact_point_user_id_contact_id_idx" ON "contact_point"("user_id", "contact_id");
-- Who has an address or a number is asked with every look at a record, and of each row of an import.
CREATE INDEX "contact_point_user_id_kind_key_idx" ON "contact_point"("user_id", "kind", "key");
-- Prisma does not see these two, because of their conditions and expressions.
CREATE INDEX "contact_point_mail_domain_idx" ON "contact_point"("user_id", public.mail_domain("value"))
    WHERE "kind" = 'email' AND "company_id" IS NOT NULL;
CREATE INDEX "company_written_email_idx" ON "company"("user_id", public.written_email("email"));

-- What a record is found by beside its own columns.
CREATE FUNCTION public.further_search(further_points jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    -- most records have none
    IF further_points IS NULL THEN
        RETURN '';
    END IF;
    RETURN (
        SELECT ' ' || coalesce(public.findable(string_agg(p.value, ' ' ORDER BY p.n) FILTER (WHERE p.kind <> 'phone')), '')
            || ' ' || coalesce(string_agg(public.phone_numbers(p.value), ' ' ORDER BY p.n) FILTER (WHERE p.kind = 'phone'), '')
        FROM (
            SELECT point ->> 0 AS kind, point ->> 1 AS value, n
            FROM jsonb_array_elements(further_points) WITH ORDINALITY AS e(point, n)
        ) p
    );
END $$;

CREATE FUNCTION public.company_search(name text, website text, email text, phone text, further_points jsonb)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || coalesce(website, '') || ' ' || coalesce(email, '')) || ' ' || public.phone_numbers(phone)
    || public.further_search(further_points);

CREATE FUNCTION public.contact_search(
    name text, job_title text, email text, company_key text, phone text, metadata jsonb, further_points jsonb
) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || coalesce(job_title, '') || ' ' || coalesce(email, '') || ' ' || company_key)
    || ' ' || public.phone_numbers(phone) || ' ' || public.metadata_digits(metadata) || public.further_search(further_points);

-- The expression of a generated column cannot be changed before PostgreSQL 17, so the column is made once more. All changes of a
-- table stand in one statement, so that it is written once.
ALTER TABLE "company" DROP COLUMN "search",
    ADD COLUMN "website_label" TEXT, ADD COLUMN "phone_label" TEXT, ADD COLUMN "email_label" TEXT, ADD COLUMN "further_points" JSONB,
    ADD COLUMN "search" TEXT GENERATED ALWAYS AS (public.company_search("name", "website", "email", "phone", "further_points")) STORED,
    ADD CONSTRAINT "company_point_labels_check" CHECK (
        char_length("website_label") BETWEEN 1 AND 40 AND char_length("phone_label") BETWEEN 1 AND 40 AND char_length("email_label") BETWEEN 1 AND 40
    ),
    ADD CONSTRAINT "company_labelled_points_check" CHECK (
        ("website_label" IS NULL OR "website" IS NOT NULL) AND ("phone_label" IS NULL OR "phone" IS NOT NULL)
        AND ("email_label" IS NULL OR "email" IS NOT NULL)
    );
ALTER TABLE "contact" DROP COLUMN "search",
    ADD COLUMN "email_label" TEXT, ADD COLUMN "phone_label" TEXT, ADD COLUMN "further_points" JSONB,
    ADD COLUMN "search" TEXT GENERATED ALWAYS AS (
        public.contact_search("name", "job_title", "email", "company_key", "phone", "metadata", "further_points")
    ) STORED,
    ADD CONSTRAINT "contact_point_labels_check" CHECK (
        char_length("email_label") BETWEEN 1 AND 40 AND char_length("phone_label") BETWEEN 1 AND 40
    ),
    ADD CONSTRAINT "contact_labelled_points_check" CHECK (
        ("email_label" IS NULL OR "email" IS NOT NULL) AND ("phone_label" IS NULL OR "phone" IS NOT NULL)
    );
DROP FUNCTION public.company_search(text, text, text, text);
DROP FUNCTION public.contact_search(text, text, text, text, text, jsonb);
CREATE INDEX "company_search_idx" ON "company" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "contact_search_idx" ON "contact" USING GIN ("search" gin_trgm_ops, (split_part("name_key", ' ', 1)));
