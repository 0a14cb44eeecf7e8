-- Keeps the numbers of deals and of open deals in company_stats, and for everybody who takes part in contact_stats.
CREATE OR REPLACE FUNCTION public.count_deals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent constant text := CASE TG_TABLE_NAME WHEN 'deal' THEN 'company' ELSE 'contact' END;
BEGIN
    EXECUTE public.lock_stats(TG_OP, parent);
    EXECUTE format(
        'UPDATE public.%1$s_stats s SET deals = s.deals + m.n, open_deals = s.open_deals + m.open
         FROM (
             SELECT user_id, %1$s_id, sum(n) AS n, coalesce(sum(n) FILTER (WHERE %3$s), 0) AS open
             FROM (%2$s) r GROUP BY 1, 2
         ) m
         WHERE (s.user_id, s.%1$s_id) = (m.user_id, m.%1$s_id) AND (m.n, m.open) <> (0, 0)',
        parent, public.moved_rows(TG_OP), CASE parent WHEN 'company' THEN 'closed_at IS NULL' ELSE 'is_open' END);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stats_insert AFTER INSERT ON public.deal REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_deals();
CREATE OR REPLACE TRIGGER stats_update AFTER UPDATE ON public.deal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_deals();
CREATE OR REPLACE TRIGGER stats_delete AFTER DELETE ON public.deal REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_deals();

CREATE OR REPLACE TRIGGER stats_insert AFTER INSERT ON public.deal_person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_deals();
CREATE OR REPLACE TRIGGER stats_update AFTER UPDATE ON public.deal_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_deals();
CREATE OR REPLACE TRIGGER stats_delete AFTER DELETE ON public.deal_person REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_deals();
