-- How many activities of each type a week had is read from the index alone.
CREATE INDEX "activity_user_id_at_id_type_idx" ON "activity"("user_id", "at", "id", "type");
DROP INDEX "activity_user_id_at_id_idx";
