-- Keeps the number of contacts in company_stats, and in contact_stats what it copies from the contact. The company's row is
-- locked first and the contact's second, in the same order as for an activity. Each query is planned every time, because a plan
-- made for one contact is a bad one for ten thousand, and vice versa.
CREATE OR REPLACE FUNCTION public.count_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what is copied of new_rows `n` into the stats `s` and differs there
    changed constant text :=
        '(s.user_id, s.contact_id) = (n.user_id, n.id)
         AND (s.company_id, s.authority_rank, s.rhythm, s.added_at)
             IS DISTINCT FROM (n.company_id, n.authority_rank, n.rhythm, n.created_at)';
    differing bigint;
BEGIN
    EXECUTE public.lock_stats(TG_OP, 'company');
    EXECUTE format(
        'UPDATE public.company_stats s SET contacts = s.contacts + m.n
         FROM (SELECT user_id, company_id, sum(n) AS n FROM (%s) r GROUP BY 1, 2 HAVING sum(n) <> 0) m
         WHERE (s.user_id, s.company_id) = (m.user_id, m.company_id)', public.moved_rows(TG_OP));
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format(
            'SELECT FROM public.contact_stats s, new_rows n WHERE %s ORDER BY s.user_id, s.contact_id FOR UPDATE OF s', changed);
        GET DIAGNOSTICS differing = ROW_COUNT;
        IF differing > 0 THEN
            EXECUTE format(
                'UPDATE public.contact_stats s
                 SET company_id = n.company_id, authority_rank = n.authority_rank, rhythm = n.rhythm, added_at = n.created_at
                 FROM new_rows n WHERE %s', changed);
        END IF;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stats_insert AFTER INSERT ON public.contact REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_contacts();
CREATE OR REPLACE TRIGGER stats_update AFTER UPDATE ON public.contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_contacts();
CREATE OR REPLACE TRIGGER stats_delete AFTER DELETE ON public.contact REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_contacts();
