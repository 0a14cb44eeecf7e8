-- What a deal is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.deal_document(r public.deal) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.lost_reason IS NULL AND r.notes IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.name, r.lost_reason, public.search_values(r.metadata), r.notes);
    RETURN public.search_lexemes(concat_ws(E'\n', r.company_key, r.contact_key, r.other_people, written), written);
END $$;
