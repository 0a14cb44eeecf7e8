-- A time of the day, by the clock of the account's zone, and so without a zone of its own. Only a date can have one.
ALTER TABLE "follow_up" ADD COLUMN "due_time" TIME(0),
    ADD CONSTRAINT "follow_up_due_time_check" CHECK ("due_time" IS NULL OR "due_on" IS NOT NULL);

-- True is high priority. Not NOT NULL, so that what the log has of rows from before these columns can be put back.
ALTER TABLE "follow_up" ADD COLUMN "is_important" BOOLEAN CONSTRAINT "follow_up_is_important_check" CHECK ("is_important");

-- The rule by which completing it makes the next one, and the series of what was made so. At most one of a series is open:
-- deferrable, as an undo opens the completed one before it deletes the next.
ALTER TABLE "follow_up" ADD COLUMN "repeats" JSONB, ADD COLUMN "series_id" UUID,
    ADD CONSTRAINT "follow_up_repeats_check" CHECK ("repeats" IS NULL OR
        "due_on" IS NOT NULL AND "series_id" IS NOT NULL AND jsonb_typeof("repeats") = 'object' AND char_length("repeats"::text) <= 400),
    ADD CONSTRAINT "follow_up_one_open_of_series" EXCLUDE ("user_id" WITH =, "series_id" WITH =)
        WHERE ("done_at" IS NULL AND "series_id" IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;

-- Open ones are walked in the order of their days: the clock, then what is important, then the rest.
DROP INDEX "follow_up_user_id_done_at_due_on_idx";
CREATE INDEX "follow_up_in_order_idx" ON "follow_up"("user_id", "done_at", "due_on", "due_time", "is_important", "id");
