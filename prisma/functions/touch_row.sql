-- Gives a row a new version when a form's content changes, that is any column but those in the arguments: what is derived, a
-- deal's place, and the pinned note. No earlier state of the
-- row ever had that number, so a form opened before an undo cannot pass for a newer one. An undo restores the version itself.
CREATE OR REPLACE FUNCTION public.touch_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unversioned text[] := array_cat(TG_ARGV, ARRAY['version', 'updated_at']);
BEGIN
    IF NEW.version = OLD.version AND to_jsonb(NEW) - unversioned <> to_jsonb(OLD) - unversioned THEN
        NEW.version := nextval(format('public.%I', TG_TABLE_NAME || '_version_seq'));
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER touch_row BEFORE UPDATE ON public.company
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('name_key', 'industry_key', 'further_points', 'search', 'pinned_note_id');
CREATE OR REPLACE TRIGGER touch_row BEFORE UPDATE ON public.contact
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('company_key', 'name_key', 'job_title_key', 'email_key', 'authority_rank', 'further_points', 'search', 'pinned_note_id');
CREATE OR REPLACE TRIGGER touch_row BEFORE UPDATE ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('position', 'company_key', 'contact_key', 'other_people', 'name_key', 'search', 'probability', 'pinned_note_id');
CREATE OR REPLACE TRIGGER touch_row BEFORE UPDATE ON public.activity
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('search');
CREATE OR REPLACE TRIGGER touch_row BEFORE UPDATE ON public.field
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('place', 'name_key');
