-- Undoes change sets of an account: each row that they changed gets the content that it had before, what they made is deleted, and what
-- they deleted returns. The undo is recorded as a change set. There are two ways to treat what has changed since:
--   keeps = false: it stands in the way. Returns what does, and the caller must roll back if it returns any row: its `outcome` is
--     'changed' (since `at`), 'deleted', 'returned', 'first' for the first settings of an account, or 'hanging' for a row outside the
--     sets that the undo would have changed.
--   keeps = true: it stays, and so do the records that it belongs to; the rest is undone. Returns what was 'removed' and 'restored',
--     with the `count` of each table, and the records that stay because they were 'changed' since or are 'linked' to what stays.
CREATE OR REPLACE FUNCTION public.undo_change_sets(owner uuid, undone uuid[], keeps boolean)
RETURNS TABLE (outcome text, entity text, record_id uuid, name text, count bigint, at timestamptz) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    called constant text := 'coalesce(%1$s ->> ''name'', %1$s ->> ''subject'', %1$s ->> ''title'')';
    touched record;
    owning text;
BEGIN
    SET CONSTRAINTS ALL DEFERRED;
    PERFORM public.collect_undone(owner, undone);
    PERFORM public.mark_changed_since(owner, undone, keeps);
    IF keeps THEN
        DELETE FROM pg_temp.undone_row u WHERE u.kept IN ('deleted', 'returned');
    ELSE
        UPDATE pg_temp.undone_row u SET kept = 'first' WHERE u.entity = 'settings' AND u.before IS NULL;
        RETURN QUERY EXECUTE format(
            'SELECT u.kept, u.entity, u.record_id, %s, 1::bigint, u.since FROM pg_temp.undone_row u WHERE u.kept IS NOT NULL ORDER BY u.last',
            format(called, 'coalesce(u.after, u.before)'));
        IF FOUND THEN
            RETURN;
        END IF;
    END IF;

    FOR touched IN
        SELECT t.*, (
            SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = format('public.%I', t.entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                AND (a.attname = 'user_id' OR a.attname = ANY (w.names))
        ) AS columns
        FROM pg_temp.undone_table t JOIN (
            SELECT u.entity, array_agg(DISTINCT c.name) AS names
            FROM pg_temp.undone_row u CROSS JOIN LATERAL jsonb_object_keys(u.before) AS c (name) WHERE u.kept IS NULL GROUP BY u.entity
        ) w ON w.entity = t.entity
        -- records before the tables that link them, which copy from them
        ORDER BY t.entity LIKE '%\_%', t.entity
    LOOP
        IF keeps THEN
            EXECUTE format('UPDATE pg_temp.undone_row u SET kept = ''changed'' WHERE u.entity = %1$L AND u.before IS NOT NULL AND NOT (%2$s)',
                touched.entity, touched.parents_are_there) USING owner;
        END IF;
        EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM (
                 SELECT (jsonb_populate_record(NULL::public.%1$I, u.before || jsonb_build_object(''user_id'', $1))).* FROM pg_temp.undone_row u
                 WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NULL AND u.kept IS NULL
             ) r %3$s', touched.entity, touched.columns, CASE WHEN keeps THEN 'ON CONFLICT DO NOTHING' ELSE '' END) USING owner;
        EXECUTE format(
            'UPDATE public.%1$I t SET (%2$s) = (
                 SELECT %2$s FROM jsonb_populate_record(t, CASE
                     WHEN $2 THEN u.before - ''{version,position,updated_at}''::text[]
                     ELSE public.undone_row_now(u.before, u.after, to_jsonb(t)) END)
             )
             FROM pg_temp.undone_row u
             WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NOT NULL AND u.kept IS NULL AND %3$s',
            touched.entity, touched.columns, touched.same_row) USING owner, keeps;
    END LOOP;

    IF keeps THEN
        PERFORM public.keep_linked(owner);
    END IF;
    -- what the sets made goes last: by then nothing that stays hangs on it
    FOR touched IN
        SELECT t.* FROM pg_temp.undone_table t
        WHERE t.entity IN (SELECT u.entity FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.kept IS NULL)
        ORDER BY t.entity LIKE '%\_%', t.entity
    LOOP
        EXECUTE format('DELETE FROM public.%1$I t USING pg_temp.undone_row u WHERE u.entity = %1$L AND u.before IS NULL AND u.kept IS NULL AND %2$s',
            touched.entity, touched.same_row) USING owner;
    END LOOP;

    IF keeps THEN
        FOREACH owning IN ARRAY ARRAY['company', 'contact'] LOOP
            -- forms that show the points as they were are older ones now
            EXECUTE format(
                'UPDATE public.%1$I t SET version = nextval(''public.%1$s_version_seq''), updated_at = now()
                 WHERE t.user_id = $1 AND t.id IN (SELECT u.record_id FROM pg_temp.undone_row u WHERE u.entity = ''contact_point'' AND u.kept IS NULL)',
                owning) USING owner;
        END LOOP;
        RETURN QUERY
            SELECT CASE WHEN u.before IS NULL THEN 'removed' ELSE 'restored' END, u.entity, NULL::uuid, NULL::text, count(*), NULL::timestamptz
            FROM pg_temp.undone_row u WHERE u.kept IS NULL GROUP BY 1, 2;
        FOR touched IN
            SELECT t.* FROM pg_temp.undone_table t WHERE t.entity IN (SELECT u.entity FROM pg_temp.undone_row u WHERE u.kept IS NOT NULL)
            ORDER BY t.entity
        LOOP
            RETURN QUERY EXECUTE format(
                'SELECT u.kept, u.entity, u.record_id, %3$s, 1::bigint, u.since
                 FROM pg_temp.undone_row u JOIN public.%1$I t ON %2$s
                 WHERE u.entity = %1$L AND u.kept IS NOT NULL AND %3$s IS NOT NULL ORDER BY 4',
                touched.entity, touched.same_row, format(called, 'to_jsonb(t)')) USING owner;
        END LOOP;
    ELSE
        RETURN QUERY EXECUTE format(
            'SELECT ''hanging'', l.entity, l.record_id, %s, 1::bigint, NULL::timestamptz FROM (
                 SELECT l.entity, l.record_id, coalesce(l.after, l.before) AS changed
                 FROM public.change_log l
                 WHERE l.user_id = $1 AND l.change_set_id = nullif(current_setting(''app.change_set'', true), '''')::uuid
                     AND (l.before - ''position'' = l.after - ''position'') IS NOT TRUE
             ) l
             WHERE NOT EXISTS (SELECT FROM pg_temp.undone_row u WHERE u.entity = l.entity AND u.record_id = l.record_id AND l.changed @> u.key)',
            format(called, 'l.changed')) USING owner;
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
END $$;
