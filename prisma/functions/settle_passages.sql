-- Writes down again how a deal passed through the open stages. A deal that only ever went forward has a row for each stage that it
-- left: when, how long it had been there, and whether it went on or was lost. Of any other deal it is said only that it left
-- these stages, the last time when; what became of it depends on the period that is asked about, and is worked out then.
CREATE OR REPLACE FUNCTION public.settle_passages(owner uuid, changed uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.deal_passage p WHERE p.user_id = owner AND p.deal_id = changed;
    INSERT INTO public.deal_passage (user_id, deal_id, stage, currency, left_at, went_on, milliseconds)
    WITH step AS (
        SELECT s.from_stage, s.to_stage, s.at, lag(s.at) OVER way AS since, lag(s.to_stage) OVER way AS came_to
        FROM public.deal_stage_change s WHERE s.user_id = owner AND s.deal_id = changed
        WINDOW way AS (ORDER BY s.at, s.id)
    ), kind AS (
        SELECT bool_and(CASE
            WHEN t.since IS NULL THEN t.from_stage IS NULL
            ELSE coalesce(t.from_stage = t.came_to AND t.from_stage < 'closed_won' AND t.to_stage > t.from_stage AND t.at > t.since, false)
        END) AS straight FROM step t
    )
    SELECT owner, changed, t.from_stage, d.currency, max(t.at),
        CASE WHEN k.straight THEN bool_and(t.to_stage <> 'closed_lost') END,
        CASE WHEN k.straight THEN round(extract(epoch FROM max(t.at - t.since)) * 1000)::bigint END
    FROM step t CROSS JOIN kind k JOIN public.deal d ON d.user_id = owner AND d.id = changed
    WHERE t.from_stage < 'closed_won'
    GROUP BY t.from_stage, d.currency, k.straight;
END $$;
