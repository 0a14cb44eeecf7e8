-- Files that are being imported, or were. The records that come of them are in the other tables, under one change set.
CREATE TABLE "data_import" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "report" JSONB,
    "change_set_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_import_pkey" PRIMARY KEY ("user_id","id"),
    CONSTRAINT "data_import_status_check" CHECK ("status" IN ('uploaded', 'checking', 'checked', 'running', 'done', 'undone'))
);
CREATE INDEX "data_import_user_id_created_at_idx" ON "data_import"("user_id", "created_at");

-- The file as it was sent, piece by piece, for as long as it is needed.
CREATE TABLE "data_import_part" (
    "user_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "data_import_part_pkey" PRIMARY KEY ("user_id","import_id","part")
);

-- How far a check or a run is; written beside its transaction, which nobody else sees before its end.
CREATE TABLE "data_import_progress" (
    "user_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "data_import_progress_pkey" PRIMARY KEY ("user_id","import_id")
);

-- The rows that were not taken, with their cells and the reason.
CREATE TABLE "data_import_refusal" (
    "user_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "data_import_refusal_pkey" PRIMARY KEY ("user_id","import_id","line")
);

ALTER TABLE "data_import" ADD CONSTRAINT "data_import_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "data_import_part" ADD CONSTRAINT "data_import_part_user_id_import_id_fkey" FOREIGN KEY ("user_id", "import_id") REFERENCES "data_import"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "data_import_progress" ADD CONSTRAINT "data_import_progress_user_id_import_id_fkey" FOREIGN KEY ("user_id", "import_id") REFERENCES "data_import"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "data_import_refusal" ADD CONSTRAINT "data_import_refusal_user_id_import_id_fkey" FOREIGN KEY ("user_id", "import_id") REFERENCES "data_import"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;
