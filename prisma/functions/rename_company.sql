-- Copies a company's new name to its contacts and deals. It also runs when a company is inserted, because an undo inserts a
-- company after its children.
CREATE OR REPLACE FUNCTION public.rename_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- asked first, because even an UPDATE of no rows fires the triggers that count
    IF EXISTS (SELECT FROM public.contact c WHERE c.user_id = NEW.user_id AND c.company_id = NEW.id) THEN
        UPDATE public.contact SET company_key = NEW.name_key WHERE user_id = NEW.user_id AND company_id = NEW.id;
    END IF;
    IF EXISTS (SELECT FROM public.deal d WHERE d.user_id = NEW.user_id AND d.company_id = NEW.id) THEN
        UPDATE public.deal SET company_key = NEW.name_key WHERE user_id = NEW.user_id AND company_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER name_company AFTER INSERT ON public.company
    FOR EACH ROW EXECUTE FUNCTION public.rename_company();
CREATE OR REPLACE TRIGGER rename_company AFTER UPDATE ON public.company
    FOR EACH ROW WHEN (OLD.name_key IS DISTINCT FROM NEW.name_key) EXECUTE FUNCTION public.rename_company();
