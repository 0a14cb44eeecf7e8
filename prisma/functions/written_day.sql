-- The day of a text such as 2026-12-31, or null where there is no such day. A cast would end the whole statement.
CREATE OR REPLACE FUNCTION public.written_day(value text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN value ~ '^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' THEN
    CASE WHEN substr(value, 9)::int <= date_part('day',
        make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month' - interval '1 day')
    THEN make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9)::int) END
END;
