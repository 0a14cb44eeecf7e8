-- Makes the main contact of an activity or a deal one of its people, which its foreign key asks for. PostgreSQL fires triggers
-- in the order of their names, and this one before those of the foreign keys. In an undo it waits with them until everybody is
-- restored with the role they had.
CREATE OR REPLACE FUNCTION public.add_main_contact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    main uuid;
BEGIN
    -- the row as it is by now; asked first, because even an INSERT of no rows fires the triggers that count
    IF TG_TABLE_NAME = 'deal' THEN
        SELECT d.contact_id INTO main FROM public.deal d WHERE d.user_id = NEW.user_id AND d.id = NEW.id AND NOT EXISTS (
            SELECT FROM public.deal_person p WHERE (p.user_id, p.deal_id, p.contact_id) = (d.user_id, d.id, d.contact_id)
        );
        IF main IS NOT NULL THEN
            INSERT INTO public.deal_person (user_id, deal_id, contact_id) VALUES (NEW.user_id, NEW.id, main) ON CONFLICT DO NOTHING;
        END IF;
    ELSE
        SELECT a.contact_id INTO main FROM public.activity a WHERE a.user_id = NEW.user_id AND a.id = NEW.id AND NOT EXISTS (
            SELECT FROM public.activity_person p WHERE (p.user_id, p.activity_id, p.contact_id) = (a.user_id, a.id, a.contact_id)
        );
        IF main IS NOT NULL THEN
            INSERT INTO public.activity_person (user_id, activity_id, contact_id) VALUES (NEW.user_id, NEW.id, main) ON CONFLICT DO NOTHING;
        END IF;
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "0_add_main_contact" ON public.activity;
CREATE CONSTRAINT TRIGGER "0_add_main_contact" AFTER INSERT OR UPDATE OF contact_id ON public.activity
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION public.add_main_contact();
DROP TRIGGER IF EXISTS "0_add_main_contact" ON public.deal;
CREATE CONSTRAINT TRIGGER "0_add_main_contact" AFTER INSERT OR UPDATE OF contact_id ON public.deal
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION public.add_main_contact();
