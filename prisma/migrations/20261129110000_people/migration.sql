-- Several people in an activity and in a deal. `contact_id` of an activity or a deal is the main one of them.
CREATE TYPE "deal_role" AS ENUM ('decision_maker', 'champion', 'influencer', 'user', 'blocker');

CREATE TABLE "activity_person" (
    "user_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" "activity_type" NOT NULL DEFAULT 'note'
);

CREATE TABLE "deal_person" (
    "user_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "role" "deal_role",
    "is_open" BOOLEAN NOT NULL DEFAULT true
);

-- from here on nobody links a contact until the links that are there have been copied
LOCK TABLE "activity", "deal" IN SHARE ROW EXCLUSIVE MODE;

INSERT INTO "activity_person" ("user_id", "activity_id", "contact_id", "at", "type")
SELECT a."user_id", a."id", a."contact_id", a."at", a."type" FROM "activity" a WHERE a."contact_id" IS NOT NULL;
INSERT INTO "deal_person" ("user_id", "deal_id", "contact_id", "is_open")
SELECT d."user_id", d."id", d."contact_id", d."closed_at" IS NULL FROM "deal" d WHERE d."contact_id" IS NOT NULL;

-- The history has a main contact as a column of its activity or deal. For undoing what was done before, it gets the links as
-- well: in lines numbered below zero, in the order of the lines that they complete.
CREATE FUNCTION pg_temp.complete_log(parent text, more jsonb) RETURNS void LANGUAGE sql AS $$
    INSERT INTO "change_log" ("id", "user_id", "change_set_id", "entity", "record_id", "before", "after")
    SELECT -4000000000000000000 + 2 * c.id + CASE WHEN c.gone THEN 0 ELSE 1 END, c.user_id, c.change_set_id, parent || '_person', c.record_id,
        CASE WHEN c.gone THEN c.link END, CASE WHEN NOT c.gone THEN c.link END
    FROM (
        SELECT l."id", l."user_id", l."change_set_id", l."record_id", p.gone,
            jsonb_build_object('user_id', l."user_id", parent || '_id', l."record_id", 'contact_id', p.contact) || more AS link
        FROM "change_log" l
        CROSS JOIN LATERAL (VALUES (l."before" ->> 'contact_id', true), (l."after" ->> 'contact_id', false)) AS p (contact, gone)
        WHERE l."entity" = parent AND p.contact IS NOT NULL
            AND l."before" ->> 'contact_id' IS DISTINCT FROM l."after" ->> 'contact_id'
    ) c
$$;
SELECT pg_temp.complete_log('activity', '{}'), pg_temp.complete_log('deal', '{"role": null}');

ALTER TABLE "activity_person" ADD CONSTRAINT "activity_person_pkey" PRIMARY KEY ("user_id", "activity_id", "contact_id");
ALTER TABLE "deal_person" ADD CONSTRAINT "deal_person_pkey" PRIMARY KEY ("user_id", "deal_id", "contact_id");
CREATE INDEX "activity_person_user_id_contact_id_at_activity_id_type_idx"
    ON "activity_person"("user_id", "contact_id", "at", "activity_id", "type");
CREATE INDEX "deal_person_user_id_contact_id_idx" ON "deal_person"("user_id", "contact_id");
CREATE INDEX "deal_person_role_idx" ON "deal_person"("user_id", "role", "deal_id", "contact_id") WHERE "is_open" AND "role" IS NOT NULL;

ALTER TABLE "activity_person"
    ADD CONSTRAINT "activity_person_user_id_activity_id_fkey" FOREIGN KEY ("user_id", "activity_id")
        REFERENCES "activity"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT "activity_person_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id")
        REFERENCES "contact"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "deal_person"
    ADD CONSTRAINT "deal_person_user_id_deal_id_fkey" FOREIGN KEY ("user_id", "deal_id")
        REFERENCES "deal"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT "deal_person_user_id_contact_id_fkey" FOREIGN KEY ("user_id", "contact_id")
        REFERENCES "contact"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- the main contact is one of the people
ALTER TABLE "activity" DROP CONSTRAINT "activity_user_id_contact_id_fkey",
    ADD CONSTRAINT "activity_user_id_id_contact_id_fkey" FOREIGN KEY ("user_id", "id", "contact_id")
        REFERENCES "activity_person"("user_id", "activity_id", "contact_id")
        ON DELETE SET NULL ("contact_id") DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "deal" DROP CONSTRAINT "deal_user_id_contact_id_fkey",
    ADD CONSTRAINT "deal_user_id_id_contact_id_fkey" FOREIGN KEY ("user_id", "id", "contact_id")
        REFERENCES "deal_person"("user_id", "deal_id", "contact_id")
        ON DELETE SET NULL ("contact_id") DEFERRABLE INITIALLY IMMEDIATE;

-- a contact's activities and deals are found by the people
DROP INDEX "activity_user_id_contact_id_at_id_idx";
DROP INDEX "deal_user_id_contact_id_idx";

-- A deal is found by everybody who takes part in it. `other_people` has the names of those who are not its main contact.
ALTER TABLE "deal" DROP COLUMN "search", ADD COLUMN "other_people" TEXT NOT NULL DEFAULT '';
ALTER TABLE "deal" ADD COLUMN "search" TEXT
    GENERATED ALWAYS AS (public.deal_search("name", "company_key", COALESCE("contact_key", ''::text) || "other_people")) STORED;
CREATE INDEX "deal_search_idx" ON "deal" USING GIN ("search" public.gin_trgm_ops);
