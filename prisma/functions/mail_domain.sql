-- The domain of an email address.
CREATE OR REPLACE FUNCTION public.mail_domain(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN nullif(split_part(lower(email), '@', 2), '');
