-- Records every change of a row in the history. Arguments: the column that names the record whose history the row belongs to, or
-- two such columns with " or " between them, then the columns that are derived and therefore not recorded. The transaction names the change set (app.change_set,
-- app.change_label), which is written with its first change. A change made outside the application gets a change set too, so
-- nothing goes unrecorded.
CREATE OR REPLACE FUNCTION public.log_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    derived text[] := TG_ARGV[1:];
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - derived END;
    after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - derived END;
    owner uuid := coalesce(after, before) ->> 'user_id';
    of_record uuid := coalesce(
        coalesce(after, before) ->> split_part(TG_ARGV[0], ' or ', 1), coalesce(after, before) ->> split_part(TG_ARGV[0], ' or ', 2)
    );
    change_set uuid := nullif(current_setting('app.change_set', true), '');
BEGIN
    IF before = after THEN
        RETURN NULL;
    END IF;
    -- an account that is deleted takes its history with it
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM public."user" u WHERE u.id = owner) THEN
        RETURN NULL;
    END IF;
    IF change_set IS NULL THEN
        change_set := gen_random_uuid();
        PERFORM set_config('app.change_set', change_set::text, true);
    END IF;
    IF current_setting('app.change_set_written', true) IS DISTINCT FROM change_set || ' ' || owner THEN
        INSERT INTO public.change_set (user_id, id, label, undoes, at)
        VALUES (
            owner, change_set,
            coalesce(nullif(current_setting('app.change_label', true), ''), 'Changed outside the application'),
            nullif(current_setting('app.change_undoes', true), '')::uuid, now()
        )
        ON CONFLICT DO NOTHING;
        PERFORM set_config('app.change_set_written', change_set || ' ' || owner, true);
    END IF;
    INSERT INTO public.change_log (user_id, change_set_id, entity, record_id, before, after)
    VALUES (owner, change_set, TG_TABLE_NAME, of_record, before, after);
    RETURN NULL;
END $$;

-- PostgreSQL fires these for a cascade after its cause, so the history has a deleted parent before its children. That is why
-- an undo defers all foreign keys, and why a parent that is inserted looks for children.
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.settings
    FOR EACH ROW EXECUTE FUNCTION public.log_change('user_id');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.company
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key', 'industry_key', 'further_points', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.contact
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'company_key', 'name_key', 'job_title_key', 'email_key', 'authority_rank', 'further_points', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'company_key', 'contact_key', 'other_people', 'name_key', 'search', 'probability');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.deal_stage_change
    FOR EACH ROW EXECUTE FUNCTION public.log_change('deal_id');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.activity
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.follow_up
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'search');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.tag
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.company_tag
    FOR EACH ROW EXECUTE FUNCTION public.log_change('company_id');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.contact_tag
    FOR EACH ROW EXECUTE FUNCTION public.log_change('contact_id');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.saved_view
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.activity_person
    FOR EACH ROW EXECUTE FUNCTION public.log_change('activity_id', 'at', 'type');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.deal_person
    FOR EACH ROW EXECUTE FUNCTION public.log_change('deal_id', 'is_open');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.contact_point
    FOR EACH ROW EXECUTE FUNCTION public.log_change('contact_id or company_id', 'key');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.field
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'name_key');
CREATE OR REPLACE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON public.field_option
    FOR EACH ROW EXECUTE FUNCTION public.log_change('field_id', 'name_key');
