-- Copies the company's name to where it is searched and sorted by. The copy is derived, so neither the version nor the history
-- records it. The company's row is locked, so that this and a renaming at the same time wait for each other.
CREATE OR REPLACE FUNCTION public.copy_company_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.company_key := coalesce((
        SELECT c.name_key FROM public.company c WHERE c.user_id = NEW.user_id AND c.id = NEW.company_id FOR SHARE
    ), '');
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER copy_company_key BEFORE INSERT OR UPDATE OF company_id ON public.contact
    FOR EACH ROW EXECUTE FUNCTION public.copy_company_key();
CREATE OR REPLACE TRIGGER copy_company_key BEFORE INSERT OR UPDATE OF company_id ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.copy_company_key();
