-- What an activity is found by.
CREATE OR REPLACE FUNCTION public.activity_search(subject text, description text, outcome text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(subject || ' ' || coalesce(description, '') || ' ' || coalesce(outcome, ''));
