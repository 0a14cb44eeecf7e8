-- Contacts are found by what their search holds and by where the first word of their name stands in the order of names, from one
-- index: of "nguyen" it leaves out the tens of thousands of that name, which an index of names has in order already.
CREATE EXTENSION IF NOT EXISTS btree_gin;
DROP INDEX "contact_search_idx";
-- Prisma does not see this one, because of the expression.
CREATE INDEX "contact_search_idx" ON "contact" USING GIN ("search" gin_trgm_ops, (split_part("name_key", ' ', 1)));
