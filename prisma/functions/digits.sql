-- The digits of a phone number.
CREATE OR REPLACE FUNCTION public.digits(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(coalesce(value, ''), '[^0-9]', '', 'g');
