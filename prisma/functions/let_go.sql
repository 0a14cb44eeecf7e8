-- Empties what names a contact or a note that was deleted. PostgreSQL fires triggers in the order of their names, and this one before
-- those of the foreign keys. Hardly anybody is named, so it looks before it updates.
CREATE OR REPLACE FUNCTION public.let_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'contact' THEN
        IF EXISTS (SELECT FROM public.contact c WHERE c.user_id = OLD.user_id AND c.introduced_by_id = OLD.id) THEN
            UPDATE public.contact c SET introduced_by_id = NULL WHERE c.user_id = OLD.user_id AND c.introduced_by_id = OLD.id;
        END IF;
        IF EXISTS (SELECT FROM public.contact c WHERE c.user_id = OLD.user_id AND c.reports_to_id = OLD.id) THEN
            UPDATE public.contact c SET reports_to_id = NULL WHERE c.user_id = OLD.user_id AND c.reports_to_id = OLD.id;
        END IF;
        IF EXISTS (SELECT FROM public.company c WHERE c.user_id = OLD.user_id AND c.introduced_by_id = OLD.id) THEN
            UPDATE public.company c SET introduced_by_id = NULL WHERE c.user_id = OLD.user_id AND c.introduced_by_id = OLD.id;
        END IF;
    ELSE
        IF EXISTS (SELECT FROM public.company c WHERE c.user_id = OLD.user_id AND c.pinned_note_id = OLD.id) THEN
            UPDATE public.company c SET pinned_note_id = NULL WHERE c.user_id = OLD.user_id AND c.pinned_note_id = OLD.id;
        END IF;
        IF EXISTS (SELECT FROM public.contact c WHERE c.user_id = OLD.user_id AND c.pinned_note_id = OLD.id) THEN
            UPDATE public.contact c SET pinned_note_id = NULL WHERE c.user_id = OLD.user_id AND c.pinned_note_id = OLD.id;
        END IF;
        IF EXISTS (SELECT FROM public.deal d WHERE d.user_id = OLD.user_id AND d.pinned_note_id = OLD.id) THEN
            UPDATE public.deal d SET pinned_note_id = NULL WHERE d.user_id = OLD.user_id AND d.pinned_note_id = OLD.id;
        END IF;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "0_let_go" AFTER DELETE ON public.contact FOR EACH ROW EXECUTE FUNCTION public.let_go();
CREATE OR REPLACE TRIGGER "0_let_go" AFTER DELETE ON public.activity FOR EACH ROW EXECUTE FUNCTION public.let_go();
