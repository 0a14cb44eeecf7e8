-- Who promised it: true is the contact or the company, nothing is the user. Not NOT NULL, so that what the log has of rows from
-- before this column can be put back.
ALTER TABLE "follow_up" ADD COLUMN "is_theirs" BOOLEAN CONSTRAINT "follow_up_is_theirs_check" CHECK ("is_theirs");
