-- What a phone number is compared by: the first number in its field.
CREATE OR REPLACE FUNCTION public.phone_key(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN split_part(public.phone_numbers(phone), ' ', 1);
