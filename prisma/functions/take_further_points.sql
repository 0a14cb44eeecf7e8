-- Gives a company or contact that an undo inserts its further contact points, which may have come back before it. Sequential scans
-- are off because the plan is kept, and one made for few points would be slow for many.
CREATE OR REPLACE FUNCTION public.take_further_points() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF TG_TABLE_NAME = 'company' THEN
        NEW.further_points := (
            SELECT jsonb_agg(jsonb_build_array(p.kind, p.value) ORDER BY p.kind, p.place, p.id)
            FROM public.contact_point p WHERE p.user_id = NEW.user_id AND p.company_id = NEW.id
        );
    ELSE
        NEW.further_points := (
            SELECT jsonb_agg(jsonb_build_array(p.kind, p.value) ORDER BY p.kind, p.place, p.id)
            FROM public.contact_point p WHERE p.user_id = NEW.user_id AND p.contact_id = NEW.id
        );
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER take_further_points BEFORE INSERT ON public.company
    FOR EACH ROW WHEN (current_setting('app.change_undoes', true) <> '') EXECUTE FUNCTION public.take_further_points();
CREATE OR REPLACE TRIGGER take_further_points BEFORE INSERT ON public.contact
    FOR EACH ROW WHEN (current_setting('app.change_undoes', true) <> '') EXECUTE FUNCTION public.take_further_points();
