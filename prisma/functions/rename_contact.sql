-- Copies a contact's new name to its deals. It also runs when a contact is inserted, because an undo inserts a contact after its
-- deals.
CREATE OR REPLACE FUNCTION public.rename_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM public.deal d WHERE d.user_id = NEW.user_id AND d.contact_id = NEW.id) THEN
        UPDATE public.deal SET contact_key = NEW.name_key WHERE user_id = NEW.user_id AND contact_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER name_contact AFTER INSERT ON public.contact
    FOR EACH ROW EXECUTE FUNCTION public.rename_contact();
CREATE OR REPLACE TRIGGER rename_contact AFTER UPDATE ON public.contact
    FOR EACH ROW WHEN (OLD.name_key IS DISTINCT FROM NEW.name_key) EXECUTE FUNCTION public.rename_contact();
