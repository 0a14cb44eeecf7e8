-- What a contact is found by. A phone number stands after a space, so that a search can ask for its first digits.
CREATE OR REPLACE FUNCTION public.contact_search(
    name text, job_title text, email text, company_key text, phone text, metadata jsonb, further_points jsonb
) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || coalesce(job_title, '') || ' ' || coalesce(email, '') || ' ' || company_key)
    || ' ' || public.phone_numbers(phone) || ' ' || public.metadata_digits(metadata) || public.further_search(further_points);
