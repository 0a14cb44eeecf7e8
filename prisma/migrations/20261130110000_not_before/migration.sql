-- Until which day a contact was snoozed: before it, nobody is reminded that their rhythm has passed.
ALTER TABLE "contact" ADD COLUMN "quiet_until" DATE;
CREATE INDEX "contact_quiet_until_idx" ON "contact"("user_id", "id") INCLUDE ("quiet_until") WHERE "quiet_until" IS NOT NULL;

-- The open deals by when they are expected to close, without the closed ones of all the years before.
CREATE INDEX "deal_open_close_idx" ON "deal"("user_id", "expected_close_on", "id") WHERE "closed_at" IS NULL;
