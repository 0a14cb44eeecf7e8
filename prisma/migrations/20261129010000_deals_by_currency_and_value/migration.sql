-- Deals are sorted and filtered by their value currency by currency: 1,000 VND are not more than 900 USD.
CREATE INDEX "deal_user_id_currency_value_id_idx" ON "deal"("user_id", "currency", "value", "id");

-- values of different currencies in one order are asked for no more
DROP INDEX "deal_user_id_value_id_idx";
