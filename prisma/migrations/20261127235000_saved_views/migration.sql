-- Lists as somebody wants to see them again: a search, filters and an order under a name.
CREATE TABLE "saved_view" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    -- what the list's address says after the question mark
    "query" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (lower("name")) STORED,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("user_id","id"),
    CONSTRAINT "saved_view_list_check" CHECK ("list" IN ('companies', 'contacts', 'deals', 'activities')),
    CONSTRAINT "saved_view_name_check" CHECK ("name" <> '' AND char_length("name") <= 60),
    CONSTRAINT "saved_view_query_check" CHECK (char_length("query") BETWEEN 1 AND 8000),
    -- both deferrable, as an undo may cross them on its way; a unique index could not be
    CONSTRAINT "saved_view_user_id_list_name_key_key" UNIQUE ("user_id","list","name_key") DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "saved_view_one_default" EXCLUDE ("user_id" WITH =, "list" WITH =) WHERE ("is_default") DEFERRABLE INITIALLY IMMEDIATE
);
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
    DEFERRABLE INITIALLY IMMEDIATE;

CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "saved_view"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key');
