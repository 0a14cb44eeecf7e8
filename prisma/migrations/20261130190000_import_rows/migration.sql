-- What a check shows of an import's rows: the first of each kind, as they would be saved.
CREATE TABLE "data_import_row" (
    "user_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shown" JSONB NOT NULL,
    "record_id" UUID,
    "maybe" JSONB,

    CONSTRAINT "data_import_row_pkey" PRIMARY KEY ("user_id", "import_id", "line"),
    CONSTRAINT "data_import_row_state_check" CHECK ("state" IN ('new', 'changed', 'kept')),
    CONSTRAINT "data_import_row_user_id_import_id_fkey" FOREIGN KEY ("user_id", "import_id")
        REFERENCES "data_import"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

-- Cells of a file that were changed before it is imported: all of those of a line.
CREATE TABLE "data_import_edit" (
    "user_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "data_import_edit_pkey" PRIMARY KEY ("user_id", "import_id", "line"),
    CONSTRAINT "data_import_edit_user_id_import_id_fkey" FOREIGN KEY ("user_id", "import_id")
        REFERENCES "data_import"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
