-- The deals that were spoken about lately, and their companies, are read from this index alone.
CREATE INDEX "activity_user_id_at_id_type_company_id_deal_id_idx"
    ON "activity"("user_id", "at", "id", "type", "company_id", "deal_id");
DROP INDEX "activity_user_id_at_id_type_idx";
-- Prisma does not see these. Open deals with what their sums and signals need, and the companies of whom somebody who decides was
-- spoken to lately.
CREATE INDEX "deal_open_idx" ON "deal"("user_id", "company_id", "id")
    INCLUDE ("stage", "currency", "probability", "value", "created_at", "expected_close_on", "closed_at") WHERE "closed_at" IS NULL;
CREATE INDEX "contact_stats_heard_idx" ON "contact_stats"("user_id", "last_contact_at", "company_id") WHERE "authority_rank" < 4;
