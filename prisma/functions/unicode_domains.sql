-- A text with its domains as people read them. Few texts contain Punycode, so it looks for that first.
CREATE OR REPLACE FUNCTION public.unicode_domains(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF value NOT LIKE '%xn--%' AND value NOT LIKE '%XN--%' THEN
        RETURN value;
    END IF;
    RETURN (
        SELECT string_agg(public.unicode_label(part[1]) || coalesce(part[2], ''), '' ORDER BY n)
        FROM regexp_matches(value, '([^.@/:\s]*)([.@/:\s]+|$)', 'g') WITH ORDINALITY AS p (part, n)
    );
END $$;
