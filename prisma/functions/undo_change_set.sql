-- Undoes one change set of an account: each row that the set changed gets the content it had before the set's first change to
-- it. The undo is recorded as a change set. Returns the obstacles: rows that have changed since, and rows outside the set that
-- the undo would have changed. If it returns any row, the caller must roll back. A deal's place is never an obstacle.
CREATE OR REPLACE FUNCTION public.undo_change_set(owner uuid, undone uuid)
RETURNS TABLE (entity text, logged jsonb) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    touched record;
    created text[] := '{}';
    deletion text;
BEGIN
    SET CONSTRAINTS ALL DEFERRED;
    DROP TABLE IF EXISTS pg_temp.undone_row;
    -- one line per row: its key, what it was before the set and what the set made of it
    CREATE TEMP TABLE undone_row ON COMMIT DROP AS
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE t.relnamespace = 'public'::regnamespace
        ), change AS (
            SELECT l.id, l.entity, l.before, l.after, (
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ) AS key
            FROM public.change_log l WHERE l.user_id = owner AND l.change_set_id = undone
        )
        SELECT c.entity, c.key, (array_agg(c.before ORDER BY c.id))[1] AS before, (array_agg(c.after ORDER BY c.id DESC))[1] AS after
        FROM change c GROUP BY c.entity, c.key;
    -- came and went within the set
    DELETE FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.after IS NULL;
    ANALYZE pg_temp.undone_row;

    FOR touched IN
        SELECT u.entity, (
            SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = format('public.%I', u.entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attgenerated = '' AND min(coalesce(u.before, u.after)::text)::jsonb ? a.attname
        ) AS columns, (
            SELECT string_agg(format('t.%1$I = (u.key ->> %1$L)::uuid', k), ' AND ') FROM jsonb_object_keys(min(u.key::text)::jsonb) k
        ) AS same_row
        FROM pg_temp.undone_row u GROUP BY u.entity
        -- records before the tables that link them, which copy from them
        ORDER BY u.entity LIKE '%\_%', u.entity
    LOOP
        EXECUTE format('SELECT FROM public.%1$I t JOIN pg_temp.undone_row u ON u.entity = %1$L AND %2$s FOR UPDATE OF t',
            touched.entity, touched.same_row);
        RETURN QUERY EXECUTE format(
            'SELECT u.entity, coalesce(u.after, u.before) FROM pg_temp.undone_row u LEFT JOIN public.%1$I t ON %2$s
             WHERE u.entity = %1$L AND (u.before - ''position'' = u.after - ''position'') IS NOT TRUE
               AND public.as_logged(to_jsonb(t), coalesce(u.after, u.before)) - ''position''
                   IS DISTINCT FROM u.after - ''position''',
            touched.entity, touched.same_row);
        EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM (
                 SELECT (jsonb_populate_record(NULL::public.%1$I, u.before)).* FROM pg_temp.undone_row u
                 WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NULL
                   AND NOT EXISTS (SELECT FROM public.%1$I t WHERE %3$s)
             ) r', touched.entity, touched.columns, touched.same_row);
        EXECUTE format(
            'UPDATE public.%1$I t SET (%2$s) = (
                 SELECT %2$s FROM jsonb_populate_record(
                     NULL::public.%1$I, public.undone_row_now(u.before, u.after, to_jsonb(t))
                 )
             )
             FROM pg_temp.undone_row u
             WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NOT NULL AND %3$s',
            touched.entity, touched.columns, touched.same_row);
        created := created || format(
            'DELETE FROM public.%1$I t USING pg_temp.undone_row u WHERE u.entity = %1$L AND u.before IS NULL AND %2$s',
            touched.entity, touched.same_row);
    END LOOP;

    -- what the set created goes last: by then nothing that stays hangs on it
    FOREACH deletion IN ARRAY created LOOP
        EXECUTE deletion;
    END LOOP;

    RETURN QUERY
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE t.relnamespace = 'public'::regnamespace
        )
        SELECT l.entity, l.changed FROM (
            SELECT l.entity, coalesce(l.after, l.before) AS changed, (
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ) AS key
            FROM public.change_log l
            WHERE l.user_id = owner AND l.change_set_id = nullif(current_setting('app.change_set', true), '')::uuid
              AND (l.before - 'position' = l.after - 'position') IS NOT TRUE
        ) l
        WHERE NOT EXISTS (SELECT FROM pg_temp.undone_row u WHERE u.entity = l.entity AND u.key = l.key);
    SET CONSTRAINTS ALL IMMEDIATE;
END $$;
