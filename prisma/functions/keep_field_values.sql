-- Keeps in field_value what the custom fields of records are searched, sorted and filtered by. Most records that a statement writes
-- have none, and then this is all that it costs. Each query is planned every time, because a plan made for one record is a
-- bad one for ten thousand, and vice versa.
CREATE OR REPLACE FUNCTION public.keep_field_values() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- the pairs that a statement took from records or gave to them; a statement that inserts or deletes has only one side
    former constant text :=
        'SELECT r.user_id, r.id, e.key, e.value FROM old_rows r CROSS JOIN LATERAL jsonb_each(r.metadata) e WHERE r.metadata <> ''{}''';
    present constant text :=
        'SELECT r.user_id, r.id, e.key, e.value FROM new_rows r CROSS JOIN LATERAL jsonb_each(r.metadata) e WHERE r.metadata <> ''{}''';
    removed text := former;
    added text := present;
    has_fields boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        has_fields := EXISTS (SELECT FROM new_rows WHERE metadata <> '{}');
    ELSIF TG_OP = 'DELETE' THEN
        has_fields := EXISTS (SELECT FROM old_rows WHERE metadata <> '{}');
    ELSE
        has_fields := EXISTS (SELECT FROM new_rows WHERE metadata <> '{}') OR EXISTS (SELECT FROM old_rows WHERE metadata <> '{}');
        IF has_fields THEN
            EXECUTE 'SELECT EXISTS (
                SELECT FROM old_rows o JOIN new_rows n ON (n.user_id, n.id) = (o.user_id, o.id) WHERE o.metadata <> n.metadata
            )' INTO has_fields;
        END IF;
        removed := former || ' EXCEPT ' || present;
        added := present || ' EXCEPT ' || former;
    END IF;
    IF NOT has_fields THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        EXECUTE format(
            'DELETE FROM public.field_value v USING (%s) p
             WHERE v.user_id = p.user_id AND v.field_id = public.written_id(p.key) AND v.record_id = p.id', removed);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        EXECUTE format(
            'INSERT INTO public.field_value (user_id, field_id, record_id, place, text_key, num, currency, day, yearly, ref, match_key)
             SELECT p.user_id, f.id, p.id, v.*
             FROM (%s) p JOIN public.field f ON f.user_id = p.user_id AND f.id = public.written_id(p.key) AND f.kind = %L
             CROSS JOIN LATERAL public.field_values(f.type, f.reminds, f.is_unique, p.value) v', added, TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER fields_insert AFTER INSERT ON public.company REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_update AFTER UPDATE ON public.company REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_delete AFTER DELETE ON public.company REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();

CREATE OR REPLACE TRIGGER fields_insert AFTER INSERT ON public.contact REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_update AFTER UPDATE ON public.contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_delete AFTER DELETE ON public.contact REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();

CREATE OR REPLACE TRIGGER fields_insert AFTER INSERT ON public.deal REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_update AFTER UPDATE ON public.deal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_delete AFTER DELETE ON public.deal REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();

CREATE OR REPLACE TRIGGER fields_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
CREATE OR REPLACE TRIGGER fields_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.keep_field_values();
