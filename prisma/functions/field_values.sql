-- What is searched, sorted and filtered by of a custom field's value: a row, or several where several are chosen. It never fails: a
-- value that does not fit its field gives no row, and its record shows it as it is.
CREATE OR REPLACE FUNCTION public.field_values(type text, reminds text, is_unique boolean, value jsonb)
RETURNS TABLE (place smallint, text_key text, num numeric, currency text, day date, yearly smallint, ref uuid, match_key text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT r.place, r.text_key, r.num, coalesce(r.currency, ''), r.day,
        CASE WHEN reminds = 'yearly' THEN (date_part('month', r.day) * 100 + date_part('day', r.day))::smallint END, r.ref,
        CASE WHEN is_unique THEN nullif(left(replace(public.plain_words(coalesce(r.text_key, trim_scale(r.num)::text)), ' ', ''), 200), '') END
    FROM (
        SELECT (e.n - 1)::smallint AS place,
            CASE WHEN type IN ('text', 'long', 'link') AND jsonb_typeof(e.item) IN ('string', 'number', 'boolean')
                THEN public.fold(nullif(e.item #>> '{}', '')) END AS text_key,
            CASE
                WHEN type = 'number' AND jsonb_typeof(e.item) = 'number' THEN
                    CASE WHEN abs((e.item #>> '{}')::numeric) < 1e15 THEN (e.item #>> '{}')::numeric END
                WHEN type = 'yes' AND jsonb_typeof(e.item) = 'boolean' THEN (e.item = 'true')::int
                WHEN type = 'amount' THEN split_part(public.written_amount(e.item #>> '{}'), ' ', 1)::numeric
            END AS num,
            CASE WHEN type = 'amount' THEN split_part(public.written_amount(e.item #>> '{}'), ' ', 2) END AS currency,
            CASE WHEN type = 'date' AND jsonb_typeof(e.item) = 'string' THEN public.written_day(e.item #>> '{}') END AS day,
            CASE WHEN type IN ('choice', 'choices', 'contact', 'company') AND jsonb_typeof(e.item) = 'string'
                THEN public.written_id(e.item #>> '{}') END AS ref
        FROM jsonb_array_elements(CASE
            WHEN type <> 'choices' THEN jsonb_build_array(value)
            WHEN jsonb_typeof(value) = 'array' THEN value
            ELSE '[]'
        END) WITH ORDINALITY AS e(item, n)
        WHERE e.n <= 1000
    ) r
    WHERE num_nonnulls(r.text_key, r.num, r.day, r.ref) > 0
$$;
