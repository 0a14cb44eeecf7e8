-- Collects what an undo of some change sets of an account has to do, in temporary tables of the transaction:
--   undone_row: a line for each row that they changed, with its key, what it had before (null: they made it) and what they left of it (null:
--     they deleted it), both perhaps only of the columns that changed; `kept` will say why a row stays as it is;
--   undone_table: the tables with history, and how a row `t` of one is found by a line `u`;
--   undone_link: the columns by which a row of such a table belongs to a record of another.
CREATE OR REPLACE FUNCTION public.collect_undone(owner uuid, undone uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DROP TABLE IF EXISTS pg_temp.undone_row, pg_temp.undone_table, pg_temp.undone_link;
    CREATE TEMP TABLE undone_row ON COMMIT DROP AS
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey) AND a.attname <> 'user_id'
            WHERE t.relnamespace = 'public'::regnamespace
        ), line AS (
            SELECT l.id, l.entity, l.record_id, l.before, l.after, coalesce((
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ), '{}') AS key
            FROM public.change_log l WHERE l.user_id = owner AND l.change_set_id = ANY (undone)
        ), net AS (
            SELECT l.entity, l.key, (array_agg(l.record_id))[1] AS record_id, max(l.id) AS last,
                count(*) FILTER (WHERE l.before IS NULL) AS made, count(*) FILTER (WHERE l.after IS NULL) AS gone,
                min(l.id) FILTER (WHERE l.before IS NULL) < min(l.id) FILTER (WHERE l.after IS NULL) AS came_first,
                array_agg(l.before ORDER BY l.id DESC) FILTER (WHERE l.before IS NOT NULL) AS before,
                array_agg(l.after ORDER BY l.id) FILTER (WHERE l.after IS NOT NULL) AS after
            FROM line l GROUP BY l.entity, l.key
        )
        SELECT n.entity, n.key, n.record_id, n.last,
            -- most rows have a single line
            CASE WHEN n.made <= n.gone THEN CASE cardinality(n.before) WHEN 1 THEN n.before[1] ELSE public.merged(n.before) END END AS before,
            CASE WHEN n.gone <= n.made THEN CASE cardinality(n.after) WHEN 1 THEN n.after[1] ELSE public.merged(n.after) END END AS after, NULL::text AS kept, NULL::timestamptz AS since
        -- what came and went within the sets is nothing
        FROM net n WHERE n.made <> n.gone OR n.came_first IS NOT TRUE;
    CREATE INDEX ON pg_temp.undone_row (entity, (key ->> 'id'));
    CREATE INDEX ON pg_temp.undone_row (record_id);
    -- PostgreSQL needs the statistics of the table before it joins it
    ANALYZE pg_temp.undone_row;

    CREATE TEMP TABLE undone_link ON COMMIT DROP AS
        SELECT child.relname::text AS child, parent.relname::text AS parent, a.attname::text AS col
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_class child ON child.oid = k.conrelid JOIN pg_catalog.pg_class parent ON parent.oid = k.confrelid
        JOIN pg_catalog.pg_attribute a ON a.attrelid = child.oid AND a.attnum = ANY (k.conkey) AND a.attname <> 'user_id'
        WHERE k.contype = 'f' AND child.relnamespace = 'public'::regnamespace
            AND EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = child.oid AND g.tgname = 'log_change');
    CREATE TEMP TABLE undone_table ON COMMIT DROP AS
        SELECT t.relname::text AS entity, coalesce((
            SELECT string_agg(format('t.%1$I = (u.key ->> %1$L)::uuid', a.attname), ' AND ')
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = t.oid AND i.indisprimary AND a.attname <> 'user_id'
        ) || ' AND ', '') || 't.user_id = $1' AS same_row, coalesce((
            SELECT string_agg(format(
                '(u.before ->> %1$L IS NULL OR EXISTS (SELECT FROM public.%2$I p WHERE p.user_id = $1 AND p.id = (u.before ->> %1$L)::uuid))', k.col, k.parent
            ), ' AND ') FROM pg_temp.undone_link k WHERE k.child = t.relname
        ), 'true') AS parents_are_there
        FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class t ON t.oid = g.tgrelid
        WHERE g.tgname = 'log_change' AND t.relnamespace = 'public'::regnamespace;
END $$;
