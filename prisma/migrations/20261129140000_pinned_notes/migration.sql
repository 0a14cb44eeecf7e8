-- One note stands at the top of a record's timeline. And timelines are filtered and counted by what their entries are.

ALTER TABLE "company" ADD COLUMN "pinned_note_id" UUID;
ALTER TABLE "contact" ADD COLUMN "pinned_note_id" UUID;
ALTER TABLE "deal" ADD COLUMN "pinned_note_id" UUID;

ALTER TABLE "company" ADD CONSTRAINT "company_user_id_pinned_note_id_fkey" FOREIGN KEY ("user_id", "pinned_note_id")
    REFERENCES "activity"("user_id", "id") ON DELETE SET NULL ("pinned_note_id") ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "contact" ADD CONSTRAINT "contact_user_id_pinned_note_id_fkey" FOREIGN KEY ("user_id", "pinned_note_id")
    REFERENCES "activity"("user_id", "id") ON DELETE SET NULL ("pinned_note_id") ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "deal" ADD CONSTRAINT "deal_user_id_pinned_note_id_fkey" FOREIGN KEY ("user_id", "pinned_note_id")
    REFERENCES "activity"("user_id", "id") ON DELETE SET NULL ("pinned_note_id") ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- few records have one
CREATE INDEX "company_pinned_note_idx" ON "company"("user_id", "pinned_note_id") WHERE "pinned_note_id" IS NOT NULL;
CREATE INDEX "contact_pinned_note_idx" ON "contact"("user_id", "pinned_note_id") WHERE "pinned_note_id" IS NOT NULL;
CREATE INDEX "deal_pinned_note_idx" ON "deal"("user_id", "pinned_note_id") WHERE "pinned_note_id" IS NOT NULL;

CREATE INDEX "activity_user_id_company_id_type_at_id_idx" ON "activity"("user_id", "company_id", "type", "at", "id");
CREATE INDEX "activity_person_user_id_contact_id_type_at_activity_id_idx" ON "activity_person"("user_id", "contact_id", "type", "at", "activity_id");
CREATE INDEX "activity_user_id_deal_id_type_at_id_idx" ON "activity"("user_id", "deal_id", "type", "at", "id");
