-- What a follow-up is found by.
CREATE OR REPLACE FUNCTION public.follow_up_search(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(title);
