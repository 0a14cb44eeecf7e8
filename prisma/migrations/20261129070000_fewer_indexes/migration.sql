-- No query asks what metadata contains; each of these indexes was written with every row.
DROP INDEX "company_metadata_idx", "contact_metadata_idx", "deal_metadata_idx", "activity_metadata_idx";
-- Contacts of one authority are sorted by their names, from the index that has both.
DROP INDEX "contact_user_id_authority_rank_id_idx";
