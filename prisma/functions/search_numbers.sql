-- The numbers of a text as a document keeps them: the digits of each, whatever stands between them, from each of its digits on
-- to the last, after a number sign. So a number is found by any part of it that has four digits, as the beginning of one of these.
CREATE OR REPLACE FUNCTION public.search_numbers(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(
    SELECT '#' || substr(run, n) FROM (
        SELECT left(public.digits(found[1]), 24) AS run
        FROM regexp_matches(left(value, 100000), '[0-9][0-9 .()/-]*', 'g') AS found
        WHERE length(found[1]) > 3 LIMIT 50
    ) runs, generate_series(1, length(run) - 3) AS n
);
