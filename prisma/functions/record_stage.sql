-- Records each step of a deal from stage to stage. Each step is later than the one before it, even if both happen in one
-- millisecond or the clock was set back. An undo restores the steps itself.
CREATE OR REPLACE FUNCTION public.record_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nullif(current_setting('app.change_undoes', true), '') IS NULL THEN
        INSERT INTO public.deal_stage_change (user_id, id, deal_id, from_stage, to_stage, at)
        SELECT NEW.user_id, gen_random_uuid(), NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.stage END, NEW.stage,
            greatest(clock_timestamp(), max(c.at) + interval '1 millisecond')
        FROM public.deal_stage_change c WHERE c.user_id = NEW.user_id AND c.deal_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER record_first_stage AFTER INSERT ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.record_stage();
CREATE OR REPLACE TRIGGER record_stage AFTER UPDATE ON public.deal
    FOR EACH ROW WHEN (OLD.stage IS DISTINCT FROM NEW.stage) EXECUTE FUNCTION public.record_stage();
