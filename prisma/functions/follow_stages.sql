-- Keeps deal_passage when a deal takes a step, when a step is changed or taken back, and when the deal itself comes after its
-- steps, as in an undo, or gets another currency.
CREATE OR REPLACE FUNCTION public.follow_stages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner uuid;
    deal uuid;
BEGIN
    IF TG_TABLE_NAME = 'deal' THEN
        owner := NEW.user_id;
        deal := NEW.id;
    ELSIF TG_OP = 'DELETE' THEN
        owner := OLD.user_id;
        deal := OLD.deal_id;
    ELSE
        owner := NEW.user_id;
        deal := NEW.deal_id;
        IF TG_OP = 'UPDATE' AND OLD.deal_id <> deal THEN
            PERFORM public.settle_passages(owner, OLD.deal_id);
        END IF;
    END IF;
    -- a deal that has only begun has left no stage; one that is gone took its passages along
    IF (
        EXISTS (SELECT FROM public.deal_stage_change s WHERE s.user_id = owner AND s.deal_id = deal AND s.from_stage IS NOT NULL)
        OR TG_OP <> 'INSERT' AND EXISTS (SELECT FROM public.deal_passage p WHERE p.user_id = owner AND p.deal_id = deal)
    ) AND EXISTS (SELECT FROM public.deal d WHERE d.user_id = owner AND d.id = deal) THEN
        PERFORM public.settle_passages(owner, deal);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER follow_steps AFTER INSERT OR UPDATE OR DELETE ON public.deal_stage_change
    FOR EACH ROW EXECUTE FUNCTION public.follow_stages();
CREATE OR REPLACE TRIGGER follow_deal AFTER INSERT ON public.deal
    FOR EACH ROW WHEN (current_setting('app.change_undoes', true) <> '') EXECUTE FUNCTION public.follow_stages();
CREATE OR REPLACE TRIGGER follow_currency AFTER UPDATE ON public.deal
    FOR EACH ROW WHEN (OLD.currency IS DISTINCT FROM NEW.currency) EXECUTE FUNCTION public.follow_stages();
