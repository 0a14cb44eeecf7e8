-- The texts and numbers of a record's metadata, one a line; the ids of options, contacts and companies are left out, which are found by
-- their names.
CREATE OR REPLACE FUNCTION public.search_values(metadata jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    -- most records have none
    IF metadata = '{}' THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT string_agg(given #>> '{}', E'\n')
        FROM jsonb_path_query(metadata, 'strict $.** ? (@.type() == "string" || @.type() == "number")') AS given
        WHERE public.written_id(given #>> '{}') IS NULL
    );
END $$;
