-- What is typed into the notes of a record and not saved yet. It has no history: a draft is kept while it is typed, letter by letter.
-- The record is named without a foreign key, so that a draft outlives a deletion that is undone.
CREATE TABLE "note_draft" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "editor" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_draft_pkey" PRIMARY KEY ("user_id", "id"),
    CONSTRAINT "note_draft_noun_check" CHECK ("noun" IN ('company', 'contact', 'deal')),
    CONSTRAINT "note_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
CREATE UNIQUE INDEX "note_draft_user_id_editor_key" ON "note_draft"("user_id", "editor");
CREATE INDEX "note_draft_user_id_record_id_saved_at_idx" ON "note_draft"("user_id", "record_id", "saved_at");
