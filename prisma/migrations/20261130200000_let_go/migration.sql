-- Who names a contact or a note that is deleted lets go of it by the trigger "0_let_go": SET NULL is an UPDATE of its own for each deleted
-- row, which sets up the triggers of the statement even where nobody names it. 20,000 contacts took 8 of 12 seconds for that.
ALTER TABLE "contact" DROP CONSTRAINT "contact_user_id_introduced_by_id_fkey",
    ADD CONSTRAINT "contact_user_id_introduced_by_id_fkey" FOREIGN KEY ("user_id", "introduced_by_id")
        REFERENCES "contact"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "contact" DROP CONSTRAINT "contact_user_id_reports_to_id_fkey",
    ADD CONSTRAINT "contact_user_id_reports_to_id_fkey" FOREIGN KEY ("user_id", "reports_to_id")
        REFERENCES "contact"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "company" DROP CONSTRAINT "company_user_id_introduced_by_id_fkey",
    ADD CONSTRAINT "company_user_id_introduced_by_id_fkey" FOREIGN KEY ("user_id", "introduced_by_id")
        REFERENCES "contact"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "company" DROP CONSTRAINT "company_user_id_pinned_note_id_fkey",
    ADD CONSTRAINT "company_user_id_pinned_note_id_fkey" FOREIGN KEY ("user_id", "pinned_note_id")
        REFERENCES "activity"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "contact" DROP CONSTRAINT "contact_user_id_pinned_note_id_fkey",
    ADD CONSTRAINT "contact_user_id_pinned_note_id_fkey" FOREIGN KEY ("user_id", "pinned_note_id")
        REFERENCES "activity"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "deal" DROP CONSTRAINT "deal_user_id_pinned_note_id_fkey",
    ADD CONSTRAINT "deal_user_id_pinned_note_id_fkey" FOREIGN KEY ("user_id", "pinned_note_id")
        REFERENCES "activity"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
