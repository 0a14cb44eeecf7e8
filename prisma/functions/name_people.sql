-- Keeps the names by which a deal is found when people join it or leave it.
CREATE OR REPLACE FUNCTION public.name_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'UPDATE public.deal d SET other_people = n.names
         FROM (
             SELECT f.user_id, f.id, public.other_people(f.user_id, f.id, f.contact_id) AS names
             FROM public.deal f WHERE (f.user_id, f.id) IN (SELECT m.user_id, m.deal_id FROM (%s) m)
         ) n
         WHERE d.user_id = n.user_id AND d.id = n.id AND d.other_people <> n.names', public.moved_rows(TG_OP));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER name_people_insert AFTER INSERT ON public.deal_person REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.name_people();
CREATE OR REPLACE TRIGGER name_people_delete AFTER DELETE ON public.deal_person REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.name_people();
