-- Says of the rows that collect_undone() has collected which of them have changed since: `kept` is 'deleted', 'returned' or 'changed', the
-- last with the time of the change (`since`). The lines of the log since then tell what the sets had left in the columns that were changed. All
-- rows are locked. With `keeps` the row's own times and versions don't count, nor does a link that is empty because its record was deleted.
CREATE OR REPLACE FUNCTION public.mark_changed_since(owner uuid, undone uuid[], keeps boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    -- columns of which another value is no change of the user's; a deal's place never is
    ignored constant text[] := CASE WHEN keeps THEN '{version,position,created_at,updated_at}'::text[] ELSE '{position}'::text[] END;
    touched record;
BEGIN
    FOR touched IN
        SELECT t.* FROM pg_temp.undone_table t WHERE t.entity IN (SELECT u.entity FROM pg_temp.undone_row u) ORDER BY t.entity
    LOOP
        EXECUTE format('SELECT FROM public.%1$I t JOIN pg_temp.undone_row u ON u.entity = %1$L AND %2$s FOR UPDATE OF t',
            touched.entity, touched.same_row) USING owner;
        EXECUTE format(
            'UPDATE pg_temp.undone_row u SET kept = ''returned''
             WHERE u.entity = %1$L AND u.after IS NULL AND EXISTS (SELECT FROM public.%1$I t WHERE %2$s)',
            touched.entity, touched.same_row) USING owner;
        EXECUTE format(
            'UPDATE pg_temp.undone_row u SET kept = ''deleted''
             WHERE u.entity = %1$L AND u.after IS NOT NULL AND NOT EXISTS (SELECT FROM public.%1$I t WHERE %2$s)',
            touched.entity, touched.same_row) USING owner;
    END LOOP;
    FOR touched IN
        SELECT t.* FROM pg_temp.undone_table t WHERE t.entity IN (SELECT u.entity FROM pg_temp.undone_row u WHERE u.kept IS NULL)
    LOOP
        EXECUTE format(
            'WITH later AS MATERIALIZED (
                 SELECT u.key, public.merged(array_agg(l.before ORDER BY l.id DESC)) AS left_as,
                     (array_agg(l.change_set_id ORDER BY l.id DESC))[1] AS changed_by
                 FROM pg_temp.undone_row u JOIN public.change_log l
                     ON l.user_id = $1 AND l.record_id = u.record_id AND l.id > u.last AND l.entity = %1$L
                 WHERE u.entity = %1$L AND u.after IS NOT NULL AND u.kept IS NULL AND l.before IS NOT NULL
                     AND l.change_set_id <> ALL ($2) AND coalesce(l.after, l.before) @> u.key
                     AND ($4 OR (u.before - ''position'' = u.after - ''position'') IS NOT TRUE)
                 GROUP BY u.key
             )
             UPDATE pg_temp.undone_row u SET kept = ''changed'', since = (
                 SELECT s.at FROM public.change_set s WHERE s.user_id = $1 AND s.id = w.changed_by
             )
             FROM later w, public.%1$I t
             WHERE u.entity = %1$L AND u.key = w.key AND %2$s AND EXISTS (
                 SELECT FROM jsonb_each(w.left_as) AS c (name, value)
                 WHERE c.name <> ALL ($3) AND to_jsonb(t) ? c.name AND c.value IS DISTINCT FROM to_jsonb(t) -> c.name
                     AND NOT ($4 AND to_jsonb(t) ->> c.name IS NULL
                         AND c.name IN (SELECT k.col FROM pg_temp.undone_link k WHERE k.child = %1$L)
                         AND NOT EXISTS (SELECT FROM pg_temp.undone_row r WHERE r.kept IS NULL AND r.key ->> ''id'' = c.value #>> ''{}''))
             )', touched.entity, touched.same_row) USING owner, undone, ignored, keeps;
    END LOOP;
END $$;
