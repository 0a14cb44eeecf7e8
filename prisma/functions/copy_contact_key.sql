-- Copies the main contact's name to the deals that are searched and sorted by it, and names the others anew when it changes. A deal without a contact has a null key, so that
-- it comes last in either order. The contact's row is locked, so that this and a renaming at the same time wait for each other.
CREATE OR REPLACE FUNCTION public.copy_contact_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.contact_key := (
        SELECT c.name_key FROM public.contact c WHERE c.user_id = NEW.user_id AND c.id = NEW.contact_id FOR SHARE
    );
    IF TG_OP = 'UPDATE' THEN
        NEW.other_people := public.other_people(NEW.user_id, NEW.id, NEW.contact_id);
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER copy_contact_key BEFORE INSERT OR UPDATE OF contact_id ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.copy_contact_key();
