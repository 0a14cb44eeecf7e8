-- The domain of a stored website, without www.
CREATE OR REPLACE FUNCTION public.web_domain(website text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substring(website FROM '^https?://(?:www\.)?([^/:?#]+)');
