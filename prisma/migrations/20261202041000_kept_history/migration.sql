-- How long the history is kept: for ever, or as the interval that it says.
ALTER TABLE "settings" ADD COLUMN "history_kept" TEXT NOT NULL DEFAULT 'forever';
ALTER TABLE "settings" ADD CONSTRAINT "settings_history_kept_check" CHECK ("history_kept" IN ('forever', '5 years', '1 year', '90 days'));
