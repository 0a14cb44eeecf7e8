-- What a contact is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.contact_document(r public.contact) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.left_to IS NULL AND r.notes IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.name, r.job_title, r.left_to, public.search_values(r.metadata), r.notes);
    RETURN public.search_lexemes(concat_ws(E'\n', r.company_key, r.email, r.phone, public.search_points(r.further_points), written), written);
END $$;
