-- The records that were on the screen last. It has no history: to look at something changes nothing.
-- The record is named without a foreign key, so that its place is kept through a deletion that is undone.
CREATE TABLE "recently_opened" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recently_opened_pkey" PRIMARY KEY ("user_id", "kind", "record_id"),
    CONSTRAINT "recently_opened_kind_check" CHECK ("kind" IN ('company', 'contact', 'deal', 'activity')),
    CONSTRAINT "recently_opened_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX "recently_opened_user_id_opened_at_idx" ON "recently_opened"("user_id", "opened_at");
