-- Who has left the company, who introduced whom, and who reports to whom.

-- Whoever has left is no decision maker any more, and comes last. PostgreSQL can't change the expression of a generated column
-- before version 17, so the column is made anew with its indexes.
ALTER TABLE "contact"
    DROP COLUMN "authority_rank",
    ADD COLUMN "left_on" DATE,
    ADD COLUMN "left_to" TEXT,
    ADD COLUMN "introduced_by_id" UUID,
    ADD COLUMN "reports_to_id" UUID;
ALTER TABLE "company" ADD COLUMN "introduced_by_id" UUID;
ALTER TABLE "company_stats" ADD COLUMN "former_contacts" INTEGER NOT NULL DEFAULT 0;

DROP FUNCTION public.authority_rank(boolean, public.authority_level);
CREATE FUNCTION public.authority_rank(is_decision_maker boolean, level public.authority_level, left_on date)
RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN left_on IS NOT NULL THEN 5
    WHEN NOT is_decision_maker THEN 4
    WHEN level = 'primary' THEN 0
    WHEN level = 'secondary' THEN 1
    WHEN level = 'influencer' THEN 2
    ELSE 3
END;

ALTER TABLE "contact"
    ADD COLUMN "authority_rank" SMALLINT
        GENERATED ALWAYS AS (public.authority_rank("is_decision_maker", "authority_level", "left_on")) STORED;

CREATE INDEX "contact_user_id_company_id_authority_rank_name_key_idx" ON "contact"("user_id", "company_id", "authority_rank", "name_key");
CREATE INDEX "contact_user_id_authority_rank_name_key_id_idx" ON "contact"("user_id", "authority_rank", "name_key", "id");
-- few contacts have these
CREATE INDEX "contact_introduced_by_idx" ON "contact"("user_id", "introduced_by_id") WHERE "introduced_by_id" IS NOT NULL;
CREATE INDEX "contact_reports_to_idx" ON "contact"("user_id", "reports_to_id") WHERE "reports_to_id" IS NOT NULL;
CREATE INDEX "company_introduced_by_idx" ON "company"("user_id", "introduced_by_id") WHERE "introduced_by_id" IS NOT NULL;

ALTER TABLE "contact"
    ADD CONSTRAINT "contact_left_to_check" CHECK ("left_on" IS NOT NULL OR "left_to" IS NULL),
    ADD CONSTRAINT "contact_introduced_by_check" CHECK ("introduced_by_id" <> "id"),
    ADD CONSTRAINT "contact_reports_to_check" CHECK ("reports_to_id" <> "id"),
    ADD CONSTRAINT "contact_user_id_introduced_by_id_fkey" FOREIGN KEY ("user_id", "introduced_by_id")
        REFERENCES "contact"("user_id", "id") ON DELETE SET NULL ("introduced_by_id") ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT "contact_user_id_reports_to_id_fkey" FOREIGN KEY ("user_id", "reports_to_id")
        REFERENCES "contact"("user_id", "id") ON DELETE SET NULL ("reports_to_id") ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "company"
    ADD CONSTRAINT "company_user_id_introduced_by_id_fkey" FOREIGN KEY ("user_id", "introduced_by_id")
        REFERENCES "contact"("user_id", "id") ON DELETE SET NULL ("introduced_by_id") ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
