-- What a company is found by. A phone number stands after a space, so that a search can ask for its first digits.
CREATE OR REPLACE FUNCTION public.company_search(name text, website text, email text, phone text, further_points jsonb)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || coalesce(website, '') || ' ' || coalesce(email, '')) || ' ' || public.phone_numbers(phone)
    || public.further_search(further_points);
