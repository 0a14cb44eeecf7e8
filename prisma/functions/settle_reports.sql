-- Keeps "Reports to" within one company and free of cycles. Who moves to another company leaves these links behind. Links are
-- checked one transaction at a time, as two that each close half of a cycle would not see each other. An undo defers this until
-- all rows are back, so that it looks at rows as they are by then.
CREATE OR REPLACE FUNCTION public.settle_reports() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    outside uuid[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('settle_reports'), hashtext(NEW.user_id::text));
    -- looked for first, as even an update of no row costs a millisecond in the triggers that count
    IF TG_OP = 'UPDATE' AND OLD.company_id IS DISTINCT FROM NEW.company_id THEN
        SELECT array_agg(c.id) INTO outside FROM public.contact c
        WHERE c.user_id = NEW.user_id AND c.reports_to_id = NEW.id
            AND c.company_id <> (SELECT m.company_id FROM public.contact m WHERE m.user_id = NEW.user_id AND m.id = NEW.id);
    END IF;
    IF NEW.reports_to_id IS NOT NULL AND EXISTS (
        SELECT FROM public.contact c JOIN public.contact m ON m.user_id = c.user_id AND m.id = c.reports_to_id
        WHERE c.user_id = NEW.user_id AND c.id = NEW.id AND m.company_id <> c.company_id
    ) THEN
        outside := outside || NEW.id;
    END IF;
    IF outside IS NOT NULL THEN
        UPDATE public.contact c SET reports_to_id = NULL WHERE c.user_id = NEW.user_id AND c.id = ANY (outside);
    END IF;
    IF NEW.reports_to_id IS NULL THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
        WITH RECURSIVE above AS (
            SELECT c.reports_to_id AS id FROM public.contact c WHERE c.user_id = NEW.user_id AND c.id = NEW.id
            UNION
            SELECT c.reports_to_id FROM above JOIN public.contact c ON c.user_id = NEW.user_id AND c.id = above.id
        )
        SELECT FROM above WHERE above.id = NEW.id
    ) THEN
        RAISE EXCEPTION 'a contact can''t report to themselves' USING ERRCODE = 'check_violation', CONSTRAINT = 'settle_reports',
            TABLE = 'contact', SCHEMA = 'public';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS settle_reports_insert ON public.contact;
CREATE CONSTRAINT TRIGGER settle_reports_insert AFTER INSERT ON public.contact
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.reports_to_id IS NOT NULL) EXECUTE FUNCTION public.settle_reports();
DROP TRIGGER IF EXISTS settle_reports_update ON public.contact;
CREATE CONSTRAINT TRIGGER settle_reports_update AFTER UPDATE OF company_id, reports_to_id ON public.contact
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW
    WHEN (OLD.company_id IS DISTINCT FROM NEW.company_id OR OLD.reports_to_id IS DISTINCT FROM NEW.reports_to_id)
    EXECUTE FUNCTION public.settle_reports();
