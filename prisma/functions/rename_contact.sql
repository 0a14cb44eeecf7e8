-- Copies a contact's new name to the deals that it takes part in. It also runs when an undo inserts a contact, which may come
-- after its deals.
CREATE OR REPLACE FUNCTION public.rename_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- asked first, because even an UPDATE of no rows fires the triggers that count
    IF NOT EXISTS (SELECT FROM public.deal_person p WHERE p.user_id = NEW.user_id AND p.contact_id = NEW.id) THEN
        RETURN NULL;
    END IF;
    UPDATE public.deal d SET
        contact_key = CASE WHEN d.contact_id = NEW.id THEN NEW.name_key ELSE d.contact_key END,
        other_people = public.other_people(d.user_id, d.id, d.contact_id)
    FROM public.deal_person p
    WHERE p.user_id = NEW.user_id AND p.contact_id = NEW.id AND d.user_id = p.user_id AND d.id = p.deal_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER name_contact AFTER INSERT ON public.contact
    FOR EACH ROW WHEN (current_setting('app.change_undoes', true) <> '') EXECUTE FUNCTION public.rename_contact();
CREATE OR REPLACE TRIGGER rename_contact AFTER UPDATE ON public.contact
    FOR EACH ROW WHEN (OLD.name_key IS DISTINCT FROM NEW.name_key) EXECUTE FUNCTION public.rename_contact();
