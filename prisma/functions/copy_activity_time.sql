-- Copies an activity's time and type to the people who took part, so that a contact's activities are found and counted without
-- reading the activities. The copy is derived, so the history does not record it. The activity's row is locked, so that this
-- and a change of its time wait for each other.
CREATE OR REPLACE FUNCTION public.copy_activity_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    present record;
BEGIN
    IF TG_TABLE_NAME = 'activity' THEN
        -- planned every time: a plan made for one activity is a bad one for ten thousand, and vice versa
        EXECUTE
            'UPDATE public.activity_person p SET at = n.at, type = n.type
             FROM new_rows n JOIN old_rows o ON o.user_id = n.user_id AND o.id = n.id
             WHERE (n.at, n.type) IS DISTINCT FROM (o.at, o.type) AND p.user_id = n.user_id AND p.activity_id = n.id';
        RETURN NULL;
    END IF;
    SELECT a.at, a.type INTO present FROM public.activity a WHERE a.user_id = NEW.user_id AND a.id = NEW.activity_id FOR SHARE;
    IF FOUND THEN
        NEW.at := present.at;
        NEW.type := present.type;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER copy_activity_time BEFORE INSERT ON public.activity_person
    FOR EACH ROW EXECUTE FUNCTION public.copy_activity_time();
CREATE OR REPLACE TRIGGER copy_activity_time AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.copy_activity_time();
