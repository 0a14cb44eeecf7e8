-- Some lines of a row's history as one: of columns that several of them have, the last value.
CREATE OR REPLACE FUNCTION public.merged(lines jsonb[]) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN cardinality(lines) = 1 THEN lines[1] ELSE (
    SELECT jsonb_object_agg(c.name, c.value ORDER BY l.n)
    FROM unnest(lines) WITH ORDINALITY AS l (line, n) CROSS JOIN LATERAL jsonb_each(l.line) AS c (name, value)
) END;
