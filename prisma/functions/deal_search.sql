-- What a deal is found by: its own name and those of its company and contact.
CREATE OR REPLACE FUNCTION public.deal_search(name text, company_key text, contact_key text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || company_key || ' ' || coalesce(contact_key, ''));
