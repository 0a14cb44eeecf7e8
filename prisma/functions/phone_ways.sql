-- All that phone_key() makes of the ways to write a phone number: with its country's code and as it is dialed within the country,
-- for a country with that code and that prefix of calls within it, and for Vietnam. None for too few digits to identify it.
CREATE OR REPLACE FUNCTION public.phone_ways(phone text, code text, trunk text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(array_agg(DISTINCT w.way) FILTER (WHERE length(w.way) >= 7), '{}')
    FROM (SELECT public.phone_key(phone) AS key) k
    CROSS JOIN (VALUES (code, trunk), ('84', '0')) AS c(code, trunk)
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN k.key LIKE '00' || c.code || '%' THEN substr(k.key, 3 + length(c.code))
            WHEN k.key LIKE '00%' THEN NULL
            WHEN k.key LIKE c.trunk || '%' THEN substr(k.key, 1 + length(c.trunk))
            WHEN k.key LIKE c.code || '%' AND length(k.key) > 9 THEN substr(k.key, 1 + length(c.code))
            ELSE k.key
        END AS digits
    ) n
    CROSS JOIN LATERAL (VALUES (k.key), ('00' || c.code || n.digits), (c.code || n.digits), (c.trunk || n.digits), (n.digits)) AS w(way)
    WHERE length(k.key) >= 7
);
