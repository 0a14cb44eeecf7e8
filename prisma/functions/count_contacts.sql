-- Keeps in company_stats how many contacts are there and how many have left, and in contact_stats what it copies from the
-- contact: who has left has no rhythm there, so that they are never due. The company's row is locked first and the contact's
-- second, in the same order as for an activity. Each query is planned every time, because a plan
-- made for one contact is a bad one for ten thousand, and vice versa.
CREATE OR REPLACE FUNCTION public.count_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what is copied of new_rows `n` into the stats `s` and differs there
    changed constant text :=
        '(s.user_id, s.contact_id) = (n.user_id, n.id)
         AND (s.company_id, s.authority_rank, s.rhythm, s.added_at)
             IS DISTINCT FROM (n.company_id, n.authority_rank, CASE WHEN n.left_on IS NULL THEN n.rhythm END, n.created_at)';
    differing bigint;
BEGIN
    EXECUTE public.lock_stats(TG_OP, 'company');
    EXECUTE format(
        'UPDATE public.company_stats s SET contacts = s.contacts + m.present, former_contacts = s.former_contacts + m.former
         FROM (
             SELECT user_id, company_id, coalesce(sum(n) FILTER (WHERE left_on IS NULL), 0) AS present,
                 coalesce(sum(n) FILTER (WHERE left_on IS NOT NULL), 0) AS former
             FROM (%s) r GROUP BY 1, 2
         ) m
         WHERE (s.user_id, s.company_id) = (m.user_id, m.company_id) AND (m.present, m.former) <> (0, 0)', public.moved_rows(TG_OP));
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format(
            'SELECT FROM public.contact_stats s, new_rows n WHERE %s ORDER BY s.user_id, s.contact_id FOR UPDATE OF s', changed);
        GET DIAGNOSTICS differing = ROW_COUNT;
        IF differing > 0 THEN
            EXECUTE format(
                'UPDATE public.contact_stats s
                 SET company_id = n.company_id, authority_rank = n.authority_rank,
                     rhythm = CASE WHEN n.left_on IS NULL THEN n.rhythm END, added_at = n.created_at
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
