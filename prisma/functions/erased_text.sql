-- A text in which what some patterns match is replaced.
CREATE OR REPLACE FUNCTION public.erased_text(value text, patterns text[], instead text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    pattern text;
BEGIN
    FOREACH pattern IN ARRAY patterns LOOP
        value := regexp_replace(value, pattern, instead, 'g');
    END LOOP;
    RETURN value;
END $$;
