-- Rewrites lines of an account's log from before lines had only what an undo needs: up to `most` of those below a line, the newest first.
-- Returns the oldest line that it has looked at, null at the end. Lines of today have no user_id in their JSON, by which they are told apart.
CREATE OR REPLACE FUNCTION public.shrink_log(owner uuid, below bigint, most int) RETURNS bigint LANGUAGE sql AS $$
    WITH logged AS MATERIALIZED (
        SELECT g.tgrelid::regclass::text AS entity, string_to_array(nullif(split_part(encode(g.tgargs, 'escape'), '\000', 2), '*'), ' ') AS named
        FROM pg_catalog.pg_trigger g WHERE g.tgname = 'log_inserts'
    ), part AS MATERIALIZED (
        SELECT l.id, l.entity, l.before - 'user_id' AS before, l.after - 'user_id' AS after, coalesce(l.after, l.before) ? 'user_id' AS is_large
        FROM public.change_log l WHERE l.user_id = owner AND l.id < below ORDER BY l.id DESC LIMIT most
    ), small AS (
        SELECT p.id, CASE WHEN n.named IS NULL OR p.after IS NULL THEN p.before ELSE c.before END AS before,
            CASE WHEN n.named IS NULL THEN p.after ELSE c.after END AS after
        FROM part p JOIN logged n ON n.entity = p.entity CROSS JOIN LATERAL (
            SELECT jsonb_object_agg(c.name, p.before -> c.name) FILTER (WHERE p.before IS NOT NULL) AS before, jsonb_object_agg(c.name, c.value) AS after
            FROM jsonb_each(p.after) AS c (name, value)
            WHERE c.name = ANY (n.named) OR p.before IS NOT NULL AND p.before -> c.name IS DISTINCT FROM c.value
        ) c
        WHERE p.is_large
    ), shrunk AS (
        UPDATE public.change_log l SET before = s.before, after = s.after FROM small s WHERE l.user_id = owner AND l.id = s.id
    )
    SELECT min(p.id) FROM part p
$$;
