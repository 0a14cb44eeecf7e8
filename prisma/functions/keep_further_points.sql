-- Copies the contact points that a statement changed to the rows of their companies and contacts, where a search looks. The copy
-- is derived, so neither the version nor the history records it. The rows are locked in one order, companies before contacts.
CREATE OR REPLACE FUNCTION public.keep_further_points() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved constant text := public.moved_rows(TG_OP);
    kind text;
    changed bigint;
BEGIN
    FOREACH kind IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE format(
            'SELECT FROM public.%1$I t WHERE (t.user_id, t.id) IN (SELECT m.user_id, m.%1$s_id FROM (%2$s) m)
             ORDER BY t.user_id, t.id FOR NO KEY UPDATE', kind, moved);
        GET DIAGNOSTICS changed = ROW_COUNT;
        -- asked first, because even an UPDATE of no rows fires the triggers that count
        IF changed > 0 THEN
            EXECUTE format(
                'UPDATE public.%1$I t SET further_points = n.points
                 FROM (
                     SELECT r.user_id, r.id, (
                         SELECT jsonb_agg(jsonb_build_array(p.kind, p.value) ORDER BY p.kind, p.place, p.id)
                         FROM public.contact_point p WHERE p.user_id = r.user_id AND p.%1$s_id = r.id
                     ) AS points
                     FROM (SELECT DISTINCT m.user_id, m.%1$s_id AS id FROM (%2$s) m WHERE m.%1$s_id IS NOT NULL) r
                 ) n
                 WHERE (t.user_id, t.id) = (n.user_id, n.id) AND t.further_points IS DISTINCT FROM n.points', kind, moved);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER points_insert AFTER INSERT ON public.contact_point REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_further_points();
CREATE OR REPLACE TRIGGER points_update AFTER UPDATE ON public.contact_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_further_points();
CREATE OR REPLACE TRIGGER points_delete AFTER DELETE ON public.contact_point REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_further_points();
