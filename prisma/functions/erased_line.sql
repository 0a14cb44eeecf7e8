-- One side of a line of the log without somebody who is erased: `patterns` match them in its texts, and in columns that were blanked
-- `blanking` does. Columns that are `kept`, and what the row holds now (`present`), stay: that is the same to an undo, and says no more
-- than the row does. Links to records that are `gone` are empty.
CREATE OR REPLACE FUNCTION public.erased_line(
    line jsonb, present jsonb, patterns text[], blanking text[], blanked text[], kept text[], gone uuid[], instead text
) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT jsonb_object_agg(c.name, CASE
        WHEN c.name IN ('contact_id', 'introduced_by_id', 'reports_to_id') THEN
            CASE WHEN c.value #>> '{}' = ANY (gone::text[]) THEN 'null' ELSE c.value END
        WHEN c.name = ANY (kept) OR c.value = present -> c.name THEN c.value
        WHEN c.name = ANY (blanked) THEN public.erased_value(c.value, blanking, instead)
        ELSE public.erased_value(c.value, patterns, instead)
    END)
    FROM jsonb_each(line) AS c (name, value)
);
