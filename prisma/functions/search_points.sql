-- The further emails, phones and links of a record, as keep_further_points() copies them, one a line.
CREATE OR REPLACE FUNCTION public.search_points(further_points jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    -- most records have none
    IF further_points IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT string_agg(point ->> 1, E'\n') FROM jsonb_array_elements(further_points) AS point);
END $$;
