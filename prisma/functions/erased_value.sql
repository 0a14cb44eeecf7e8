-- JSON in whose texts what some patterns match is replaced; ids and instants are no texts.
CREATE OR REPLACE FUNCTION public.erased_value(value jsonb, patterns text[], instead text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    CASE jsonb_typeof(value)
        WHEN 'string' THEN
            IF value #>> '{}' ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.+Z-]+)?)$' THEN
                RETURN value;
            END IF;
            RETURN to_jsonb(public.erased_text(value #>> '{}', patterns, instead));
        WHEN 'object' THEN
            RETURN coalesce((SELECT jsonb_object_agg(e.key, public.erased_value(e.value, patterns, instead)) FROM jsonb_each(value) e), '{}');
        WHEN 'array' THEN
            RETURN coalesce((SELECT jsonb_agg(public.erased_value(e.value, patterns, instead) ORDER BY e.n)
                FROM jsonb_array_elements(value) WITH ORDINALITY AS e (value, n)), '[]');
        ELSE
            RETURN value;
    END CASE;
END $$;
