-- What a record is found by through its further contact points, as keep_further_points() copies them: after a space, or nothing.
CREATE OR REPLACE FUNCTION public.further_search(further_points jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    -- most records have none
    IF further_points IS NULL THEN
        RETURN '';
    END IF;
    RETURN (
        SELECT ' ' || coalesce(public.findable(string_agg(p.value, ' ' ORDER BY p.n) FILTER (WHERE p.kind <> 'phone')), '')
            || ' ' || coalesce(string_agg(public.phone_numbers(p.value), ' ' ORDER BY p.n) FILTER (WHERE p.kind = 'phone'), '')
        FROM (
            SELECT point ->> 0 AS kind, point ->> 1 AS value, n
            FROM jsonb_array_elements(further_points) WITH ORDINALITY AS e(point, n)
        ) p
    );
END $$;
