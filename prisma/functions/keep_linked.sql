-- Keeps what hangs together with rows that stay, among the rows that an undo would delete (collect_undone()): records to which others belong
-- that stay, the parts of a record that stays, and the custom fields and options that records have which stay.
CREATE OR REPLACE FUNCTION public.keep_linked(owner uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    link record;
    step bigint;
    more bigint;
BEGIN
    -- PostgreSQL can't estimate rows without an id, and would read all of them each time
    PERFORM set_config('enable_nestloop', 'off', true);
    LOOP
        -- such as the tags and the stages of a record, which are logged as its own
        UPDATE pg_temp.undone_row s SET kept = 'linked' FROM pg_temp.undone_row whole
        WHERE s.before IS NULL AND s.kept IS NULL AND s.entity <> whole.entity
            AND whole.before IS NULL AND whole.kept IS NOT NULL AND whole.key ->> 'id' = s.record_id::text;
        GET DIAGNOSTICS more = ROW_COUNT;
        FOR link IN
            SELECT k.*, t.same_row FROM pg_temp.undone_link k JOIN pg_temp.undone_table t ON t.entity = k.child
            WHERE k.parent IN (SELECT u.entity FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.kept IS NULL)
        LOOP
            EXECUTE format(
                'UPDATE pg_temp.undone_row p SET kept = ''linked''
                 WHERE p.entity = %1$L AND p.before IS NULL AND p.kept IS NULL AND (p.key ->> ''id'')::uuid IN (
                     SELECT t.%2$I FROM public.%3$I t WHERE t.user_id = $1 AND t.%2$I IS NOT NULL AND NOT EXISTS (
                         SELECT FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.kept IS NULL AND u.entity = %3$L AND %4$s
                     )
                 )', link.parent, link.col, link.child, link.same_row) USING owner;
            GET DIAGNOSTICS step = ROW_COUNT;
            more := more + step;
        END LOOP;
        FOR link IN SELECT t.entity, t.same_row FROM pg_temp.undone_table t WHERE t.entity IN ('company', 'contact', 'deal', 'activity') LOOP
            EXIT WHEN NOT EXISTS (SELECT FROM pg_temp.undone_row u WHERE u.entity IN ('field', 'field_option') AND u.before IS NULL AND u.kept IS NULL);
            EXECUTE format(
                'WITH used AS MATERIALIZED (
                     SELECT c.name AS field, c.value FROM public.%1$I t CROSS JOIN LATERAL jsonb_each(t.metadata) AS c (name, value)
                     WHERE t.user_id = $1 AND t.metadata <> ''{}'' AND NOT EXISTS (
                         SELECT FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.kept IS NULL AND u.entity = %1$L AND %2$s
                     )
                 )
                 UPDATE pg_temp.undone_row f SET kept = ''linked''
                 WHERE f.before IS NULL AND f.kept IS NULL AND (
                     f.entity = ''field'' AND f.key ->> ''id'' IN (SELECT w.field FROM used w)
                     OR f.entity = ''field_option'' AND f.key ->> ''id'' IN (
                         SELECT o.id FROM used w CROSS JOIN LATERAL jsonb_array_elements_text(
                             CASE jsonb_typeof(w.value) WHEN ''array'' THEN w.value ELSE jsonb_build_array(w.value) END
                         ) AS o (id)
                     )
                 )', link.entity, link.same_row) USING owner;
            GET DIAGNOSTICS step = ROW_COUNT;
            more := more + step;
        END LOOP;
        EXIT WHEN more = 0;
    END LOOP;
    PERFORM set_config('enable_nestloop', 'on', true);
END $$;
