-- What an activity is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.activity_document(r public.activity) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.next_steps IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.subject, r.outcome, r.next_steps, public.search_values(r.metadata), r.description);
    RETURN public.search_lexemes(written, written);
END $$;
