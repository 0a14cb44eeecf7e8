-- What a company is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.company_document(r public.company) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.industry IS NULL AND r.address IS NULL AND r.notes IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.name, r.industry, r.address, public.search_values(r.metadata), r.notes);
    RETURN public.search_lexemes(concat_ws(E'\n', r.website, r.email, r.phone, public.search_points(r.further_points), written), written);
END $$;
