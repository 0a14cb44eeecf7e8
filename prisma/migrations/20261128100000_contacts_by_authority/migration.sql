-- People sorted by their authority: 750,000 of a million may have the same, and were sorted by their id each time.
CREATE INDEX "contact_user_id_authority_rank_id_idx" ON "contact"("user_id", "authority_rank", "id");
