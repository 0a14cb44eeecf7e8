-- Makes the values of a field once more where it becomes one that reads them differently, or returns by an undo: the undo puts the
-- records back first, while there is no field to their values. A new field has no values yet.
CREATE OR REPLACE FUNCTION public.keep_field() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.field_value v WHERE v.user_id = NEW.user_id AND v.field_id = NEW.id;
    EXECUTE format(
        'INSERT INTO public.field_value (user_id, field_id, record_id, place, text_key, num, currency, day, yearly, ref, match_key)
         SELECT r.user_id, $1, r.id, v.*
         FROM public.%I r CROSS JOIN LATERAL public.field_values($2, $3, $4, r.metadata -> $1::text) v
         WHERE r.user_id = $5 AND r.metadata ? $1::text', NEW.kind)
    USING NEW.id, NEW.type, NEW.reminds, NEW.is_unique, NEW.user_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER keep_returned_field AFTER INSERT ON public.field
    FOR EACH ROW WHEN (nullif(current_setting('app.change_undoes', true), '') IS NOT NULL) EXECUTE FUNCTION public.keep_field();
CREATE OR REPLACE TRIGGER keep_field AFTER UPDATE ON public.field
    FOR EACH ROW WHEN (
        (OLD.kind, OLD.type, OLD.reminds, OLD.is_unique) IS DISTINCT FROM (NEW.kind, NEW.type, NEW.reminds, NEW.is_unique)
    ) EXECUTE FUNCTION public.keep_field();
