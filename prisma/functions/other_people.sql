-- The names of those who take part in a deal beside its main contact, each after a space, as a search compares them.
CREATE OR REPLACE FUNCTION public.other_people(owner uuid, deal uuid, main uuid) RETURNS text LANGUAGE sql STABLE
RETURN (
    SELECT coalesce(string_agg(' ' || c.name_key, '' ORDER BY c.name_key), '')
    FROM public.deal_person p JOIN public.contact c ON c.user_id = p.user_id AND c.id = p.contact_id
    WHERE p.user_id = owner AND p.deal_id = deal AND p.contact_id IS DISTINCT FROM main
);
