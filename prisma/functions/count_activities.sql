-- Keeps the number of activities and the times of contact in company_stats, and for everybody who took part in contact_stats.
CREATE OR REPLACE FUNCTION public.count_activities() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent constant text := CASE TG_TABLE_NAME WHEN 'activity' THEN 'company' ELSE 'contact' END;
BEGIN
    EXECUTE public.lock_stats(TG_OP, parent);
    EXECUTE format(
        'UPDATE public.%1$s_stats s
         SET activities = s.activities + m.n, (last_contact_at, next_contact_at) = (SELECT %3$s)
         FROM (SELECT user_id, %1$s_id, sum(n) AS n FROM (%2$s) r GROUP BY 1, 2) m
         WHERE (s.user_id, s.%1$s_id) = (m.user_id, m.%1$s_id)',
        parent, public.moved_rows(TG_OP), public.contact_times(parent));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stats_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_activities();
CREATE OR REPLACE TRIGGER stats_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_activities();
CREATE OR REPLACE TRIGGER stats_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_activities();

CREATE OR REPLACE TRIGGER stats_insert AFTER INSERT ON public.activity_person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_activities();
CREATE OR REPLACE TRIGGER stats_update AFTER UPDATE ON public.activity_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_activities();
CREATE OR REPLACE TRIGGER stats_delete AFTER DELETE ON public.activity_person REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_activities();
