-- An email address as it is compared and sorted by: in lowercase, with its domain decoded from Punycode.
CREATE OR REPLACE FUNCTION public.written_email(email text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unicode_domains(email));
