-- Copies whether a deal is open to the people who take part in it, whose open deals are counted by it. The copy is derived, so
-- the history does not record it. The deal's row is locked, so that this and a closing at the same time wait for each other.
CREATE OR REPLACE FUNCTION public.copy_deal_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'deal' THEN
        UPDATE public.deal_person p SET is_open = NEW.closed_at IS NULL WHERE p.user_id = NEW.user_id AND p.deal_id = NEW.id;
        RETURN NULL;
    END IF;
    NEW.is_open := coalesce((
        SELECT d.closed_at IS NULL FROM public.deal d WHERE d.user_id = NEW.user_id AND d.id = NEW.deal_id FOR SHARE
    ), NEW.is_open);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER copy_deal_state BEFORE INSERT ON public.deal_person
    FOR EACH ROW EXECUTE FUNCTION public.copy_deal_state();
CREATE OR REPLACE TRIGGER copy_deal_state AFTER UPDATE ON public.deal
    FOR EACH ROW WHEN ((OLD.closed_at IS NULL) <> (NEW.closed_at IS NULL)) EXECUTE FUNCTION public.copy_deal_state();
