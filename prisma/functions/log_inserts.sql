-- Records in the history the rows that a statement inserts, as log_change() records other changes, with the same arguments. Undoing an
-- insertion takes no more than the row's key, so of the records that can be large only what names them is kept.
CREATE OR REPLACE FUNCTION public.log_inserts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unlogged constant text[] := array_append(TG_ARGV[2:], 'user_id');
    owner uuid;
    change_set uuid;
BEGIN
    FOR owner IN SELECT DISTINCT n.user_id FROM new_rows n LOOP
        change_set := public.open_change_set(owner);
        IF TG_TABLE_NAME = 'contact_point' THEN
            PERFORM public.note_kind(owner, change_set, p.of_table, 'created') FROM (
                SELECT DISTINCT CASE WHEN n.contact_id IS NULL THEN 'company_point' ELSE 'contact_point' END AS of_table
                FROM new_rows n WHERE n.user_id = owner
            ) p;
        ELSE
            PERFORM public.note_kind(owner, change_set, TG_TABLE_NAME, 'created');
        END IF;
        IF TG_ARGV[1] = '*' THEN
            INSERT INTO public.change_log (user_id, change_set_id, entity, record_id, before, after)
            SELECT owner, change_set, TG_TABLE_NAME, coalesce(
                r.made ->> split_part(TG_ARGV[0], ' or ', 1), r.made ->> split_part(TG_ARGV[0], ' or ', 2)
            )::uuid, NULL, r.made - unlogged
            FROM (SELECT to_jsonb(n) AS made FROM new_rows n WHERE n.user_id = owner) r;
        ELSE
            -- of large rows, only these columns are read
            EXECUTE format(
                'INSERT INTO public.change_log (user_id, change_set_id, entity, record_id, before, after)
                 SELECT $1, $2, %L, n.%I, NULL, jsonb_build_object(%s) FROM new_rows n WHERE n.user_id = $1',
                TG_TABLE_NAME, TG_ARGV[0], (
                    SELECT string_agg(format('%1$L, n.%1$I', c.name), ', ') FROM string_to_table(TG_ARGV[1], ' ') AS c (name)
                )) USING owner, change_set;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.settings REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('user_id', '*');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.company REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', 'id name', 'name_key', 'industry_key', 'further_points', 'search');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.contact REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', 'id name', 'company_key', 'name_key', 'job_title_key', 'email_key', 'authority_rank', 'further_points', 'search');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.deal REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', 'id name stage position currency', 'company_key', 'contact_key', 'other_people', 'name_key', 'search', 'probability');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.deal_stage_change REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('deal_id', '*');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', 'id subject', 'search');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.follow_up REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', '*', 'search');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.tag REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', '*', 'name_key');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.company_tag REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('company_id', '*');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.contact_tag REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('contact_id', '*');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.saved_view REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', '*', 'name_key');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.activity_person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('activity_id', '*', 'at', 'type');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.deal_person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('deal_id', '*', 'is_open');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.contact_point REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('contact_id or company_id', '*', 'key');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.field REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('id', '*', 'name_key');
CREATE OR REPLACE TRIGGER log_inserts AFTER INSERT ON public.field_option REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.log_inserts('field_id', '*', 'name_key');
