-- The text of an amount with its currency, such as 1500.50 VND, or null where it is none.
CREATE OR REPLACE FUNCTION public.written_amount(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN value ~ '^-?\d{1,13}(\.\d{1,6})? [A-Z]{3}$' THEN value END;
