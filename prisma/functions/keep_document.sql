-- Writes the document of a record again, if one of its texts has changed. One trigger for each row, because these can tell which
-- columns have changed; the row is locked by its change.
CREATE OR REPLACE FUNCTION public.keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_held tsvector;
BEGIN
    -- an expression of its own for each, as these keep their plans
    IF TG_TABLE_NAME = 'company' THEN
        now_held := public.company_document(NEW);
    ELSIF TG_TABLE_NAME = 'contact' THEN
        now_held := public.contact_document(NEW);
    ELSIF TG_TABLE_NAME = 'deal' THEN
        now_held := public.deal_document(NEW);
    ELSIF TG_TABLE_NAME = 'activity' THEN
        now_held := public.activity_document(NEW);
    END IF;
    IF now_held IS NULL THEN
        DELETE FROM public.search_document WHERE user_id = NEW.user_id AND kind = TG_TABLE_NAME AND record_id = NEW.id;
    ELSE
        INSERT INTO public.search_document AS d (user_id, kind, record_id, words) VALUES (NEW.user_id, TG_TABLE_NAME, NEW.id, now_held)
            ON CONFLICT (user_id, kind, record_id) DO UPDATE SET words = excluded.words WHERE d.words <> excluded.words;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER document_update AFTER UPDATE ON public.company FOR EACH ROW
    WHEN (ROW(OLD.name, OLD.website, OLD.email, OLD.phone, OLD.further_points, OLD.industry, OLD.address, OLD.notes, OLD.metadata)
        IS DISTINCT FROM ROW(NEW.name, NEW.website, NEW.email, NEW.phone, NEW.further_points, NEW.industry, NEW.address, NEW.notes, NEW.metadata))
    EXECUTE FUNCTION public.keep_document();
CREATE OR REPLACE TRIGGER document_update AFTER UPDATE ON public.contact FOR EACH ROW
    WHEN (ROW(OLD.name, OLD.email, OLD.phone, OLD.company_key, OLD.further_points, OLD.job_title, OLD.left_to, OLD.notes, OLD.metadata)
        IS DISTINCT FROM ROW(NEW.name, NEW.email, NEW.phone, NEW.company_key, NEW.further_points, NEW.job_title, NEW.left_to, NEW.notes, NEW.metadata))
    EXECUTE FUNCTION public.keep_document();
CREATE OR REPLACE TRIGGER document_update AFTER UPDATE ON public.deal FOR EACH ROW
    WHEN (ROW(OLD.name, OLD.company_key, OLD.contact_key, OLD.other_people, OLD.lost_reason, OLD.notes, OLD.metadata)
        IS DISTINCT FROM ROW(NEW.name, NEW.company_key, NEW.contact_key, NEW.other_people, NEW.lost_reason, NEW.notes, NEW.metadata))
    EXECUTE FUNCTION public.keep_document();
CREATE OR REPLACE TRIGGER document_update AFTER UPDATE ON public.activity FOR EACH ROW
    WHEN (ROW(OLD.subject, OLD.description, OLD.outcome, OLD.next_steps, OLD.metadata)
        IS DISTINCT FROM ROW(NEW.subject, NEW.description, NEW.outcome, NEW.next_steps, NEW.metadata))
    EXECUTE FUNCTION public.keep_document();
