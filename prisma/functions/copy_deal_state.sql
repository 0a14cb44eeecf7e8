-- Copies whether a deal is open to the people who take part in it, whose open deals are counted by it. The copy is derived, so
-- the history does not record it. The deal's row is locked, so that this and a closing at the same time wait for each other.
CREATE OR REPLACE FUNCTION public.copy_deal_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'deal' THEN
        -- planned every time: a plan made for one deal is a bad one for ten thousand, and vice versa
        EXECUTE
            'UPDATE public.deal_person p SET is_open = n.closed_at IS NULL
             FROM new_rows n JOIN old_rows o ON o.user_id = n.user_id AND o.id = n.id
             WHERE (n.closed_at IS NULL) <> (o.closed_at IS NULL) AND p.user_id = n.user_id AND p.deal_id = n.id';
        RETURN NULL;
    END IF;
    NEW.is_open := coalesce((
        SELECT d.closed_at IS NULL FROM public.deal d WHERE d.user_id = NEW.user_id AND d.id = NEW.deal_id FOR SHARE
    ), NEW.is_open);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER copy_deal_state BEFORE INSERT ON public.deal_person
    FOR EACH ROW EXECUTE FUNCTION public.copy_deal_state();
CREATE OR REPLACE TRIGGER copy_deal_state AFTER UPDATE ON public.deal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.copy_deal_state();
