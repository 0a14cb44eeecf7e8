-- Adds the contact's row to contact_stats. It counts what is there already, because an undo inserts a contact after its deals.
CREATE OR REPLACE FUNCTION public.open_contact_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.contact_stats (user_id, contact_id, company_id, authority_rank, rhythm, added_at, deals, open_deals, activities)
    SELECT n.user_id, n.id, n.company_id, n.authority_rank, CASE WHEN n.left_on IS NULL THEN n.rhythm END, n.created_at,
        (SELECT count(*) FROM public.deal_person d WHERE d.user_id = n.user_id AND d.contact_id = n.id),
        (SELECT count(*) FROM public.deal_person d WHERE d.user_id = n.user_id AND d.contact_id = n.id AND d.is_open),
        (SELECT count(*) FROM public.activity_person a WHERE a.user_id = n.user_id AND a.contact_id = n.id)
    FROM new_rows n;
    EXECUTE format(
        'UPDATE public.contact_stats s SET (last_contact_at, next_contact_at) = (SELECT %s)
         FROM new_rows n WHERE (s.user_id, s.contact_id) = (n.user_id, n.id) AND s.activities > 0',
        public.contact_times('contact'));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER open_stats AFTER INSERT ON public.contact REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.open_contact_stats();
