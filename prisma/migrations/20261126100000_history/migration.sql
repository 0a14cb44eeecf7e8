-- The history says of a change whether, and when, it was undone.
CREATE INDEX "change_set_user_id_undoes_idx" ON "change_set"("user_id", "undoes");
