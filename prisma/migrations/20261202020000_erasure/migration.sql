-- The erasure that took lines of a change set out of the history, or rewrote them; an erasure's own set names itself.
ALTER TABLE "change_set" ADD COLUMN "erased_by" UUID;
