-- Adds the company's row to company_stats. It counts what is there already, because an undo inserts a company after its children.
CREATE OR REPLACE FUNCTION public.open_company_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.company_stats (user_id, company_id, contacts, former_contacts, deals, open_deals, activities)
    SELECT n.user_id, n.id,
        (SELECT count(*) FROM public.contact c WHERE c.user_id = n.user_id AND c.company_id = n.id AND c.left_on IS NULL),
        (SELECT count(*) FROM public.contact c WHERE c.user_id = n.user_id AND c.company_id = n.id AND c.left_on IS NOT NULL),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.company_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.company_id = n.id AND d.closed_at IS NULL),
        (SELECT count(*) FROM public.activity a WHERE a.user_id = n.user_id AND a.company_id = n.id)
    FROM new_rows n;
    EXECUTE format(
        'UPDATE public.company_stats s SET (last_contact_at, next_contact_at) = (SELECT %s)
         FROM new_rows n WHERE (s.user_id, s.company_id) = (n.user_id, n.id) AND s.activities > 0',
        public.contact_times('company'));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER open_stats AFTER INSERT ON public.company REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.open_company_stats();
