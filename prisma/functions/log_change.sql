-- Records in the history what an update or a deletion does to a row; log_inserts() records what is inserted. Arguments: the column
-- that names the record whose history the row belongs to, or two such columns with " or " between them; what each line has of the row,
-- so that it can be named, or * for all of it; then the columns that are derived and therefore not recorded. An update is recorded
-- by the columns that it changes, a deletion by the whole row. Both are triggers of single rows: a cascade runs a statement for
-- each parent, most of which find nothing.
CREATE OR REPLACE FUNCTION public.log_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unlogged constant text[] := array_append(TG_ARGV[2:], 'user_id');
    named constant text[] := string_to_array(nullif(TG_ARGV[1], '*'), ' ');
    owner constant uuid := OLD.user_id;
    before jsonb := to_jsonb(OLD) - unlogged;
    after jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(NEW) - unlogged END;
    change_set uuid;
    of_record constant uuid := coalesce(
        coalesce(after, before) ->> split_part(TG_ARGV[0], ' or ', 1), coalesce(after, before) ->> split_part(TG_ARGV[0], ' or ', 2), owner::text
    );
BEGIN
    IF before = after THEN
        RETURN NULL;
    END IF;
    -- an account that is deleted takes its history with it
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM public."user" u WHERE u.id = owner) THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND named IS NOT NULL THEN
        SELECT jsonb_object_agg(c.name, c.value), jsonb_object_agg(c.name, after -> c.name) INTO before, after
        FROM jsonb_each(before) AS c (name, value) WHERE c.value <> after -> c.name OR c.name = ANY (named);
    END IF;
    change_set := public.open_change_set(owner);
    PERFORM public.note_kind(
        owner, change_set,
        CASE WHEN TG_TABLE_NAME = 'contact_point' AND before ->> 'contact_id' IS NULL THEN 'company_point' ELSE TG_TABLE_NAME END,
        CASE WHEN after IS NULL THEN 'deleted' ELSE 'changed' END
    );
    INSERT INTO public.change_log (user_id, change_set_id, entity, record_id, before, after)
    VALUES (owner, change_set, TG_TABLE_NAME, of_record, before, after);
    RETURN NULL;
END $$;

-- PostgreSQL fires these for a cascade after its cause, so the history has a deleted parent before its children. That is why
-- an undo defers all foreign keys, and why a parent that is inserted looks for children.
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.settings
    FOR EACH ROW EXECUTE FUNCTION public.log_change('user_id', '*');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.company
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'id name', 'name_key', 'industry_key', 'further_points', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.contact
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'id name', 'company_key', 'name_key', 'job_title_key', 'email_key', 'authority_rank', 'further_points', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'id name stage position currency', 'company_key', 'contact_key', 'other_people', 'name_key', 'search', 'probability');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.deal_stage_change
    FOR EACH ROW EXECUTE FUNCTION public.log_change('deal_id', '*');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.activity
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'id subject', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.follow_up
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', '*', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.tag
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', '*', 'name_key');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.company_tag
    FOR EACH ROW EXECUTE FUNCTION public.log_change('company_id', '*');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.contact_tag
    FOR EACH ROW EXECUTE FUNCTION public.log_change('contact_id', '*');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.saved_view
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', '*', 'name_key');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.activity_person
    FOR EACH ROW EXECUTE FUNCTION public.log_change('activity_id', '*', 'at', 'type');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.deal_person
    FOR EACH ROW EXECUTE FUNCTION public.log_change('deal_id', '*', 'is_open');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.contact_point
    FOR EACH ROW EXECUTE FUNCTION public.log_change('contact_id or company_id', '*', 'key');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.field
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', '*', 'name_key');
CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON public.field_option
    FOR EACH ROW EXECUTE FUNCTION public.log_change('field_id', '*', 'name_key');
