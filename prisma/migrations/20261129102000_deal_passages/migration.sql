-- How each deal passed through the open stages, so that a report need not read every step of every deal.
CREATE TABLE "deal_passage" (
    "user_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "stage" "deal_stage" NOT NULL,
    "currency" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "went_on" BOOLEAN,
    "milliseconds" BIGINT,

    CONSTRAINT "deal_passage_pkey" PRIMARY KEY ("user_id", "deal_id", "stage"),
    CONSTRAINT "deal_passage_user_id_deal_id_fkey" FOREIGN KEY ("user_id", "deal_id") REFERENCES "deal"("user_id", "id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

-- The triggers first: from then on whoever moves a deal waits until the steps that are there have been read.
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
    END IF;
    -- a deal that has only begun has left no stage; one that is gone took its passages along
    IF EXISTS (SELECT FROM public.deal d WHERE d.user_id = owner AND d.id = deal) AND (
        EXISTS (SELECT FROM public.deal_stage_change s WHERE s.user_id = owner AND s.deal_id = deal AND s.from_stage IS NOT NULL)
        OR EXISTS (SELECT FROM public.deal_passage p WHERE p.user_id = owner AND p.deal_id = deal)
    ) THEN
        PERFORM public.settle_passages(owner, deal);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER follow_steps AFTER INSERT OR UPDATE OR DELETE ON public.deal_stage_change
    FOR EACH ROW EXECUTE FUNCTION public.follow_stages();
CREATE OR REPLACE TRIGGER follow_deal AFTER INSERT ON public.deal
    FOR EACH ROW EXECUTE FUNCTION public.follow_stages();
CREATE OR REPLACE TRIGGER follow_currency AFTER UPDATE ON public.deal
    FOR EACH ROW WHEN (OLD.currency IS DISTINCT FROM NEW.currency) EXECUTE FUNCTION public.follow_stages();

INSERT INTO "deal_passage" ("user_id", "deal_id", "stage", "currency", "left_at", "went_on", "milliseconds")
WITH step AS (
    SELECT s."user_id", s."deal_id", s."from_stage", s."to_stage", s."at", lag(s."at") OVER way AS since, lag(s."to_stage") OVER way AS came_to
    FROM "deal_stage_change" s WINDOW way AS (PARTITION BY s."user_id", s."deal_id" ORDER BY s."at", s."id")
), kind AS (
    SELECT t."user_id", t."deal_id", bool_and(CASE
        WHEN t.since IS NULL THEN t."from_stage" IS NULL
        ELSE coalesce(t."from_stage" = t.came_to AND t."from_stage" < 'closed_won' AND t."to_stage" > t."from_stage" AND t."at" > t.since, false)
    END) AS straight FROM step t GROUP BY 1, 2
)
SELECT t."user_id", t."deal_id", t."from_stage", d."currency", max(t."at"),
    CASE WHEN k.straight THEN bool_and(t."to_stage" <> 'closed_lost') END,
    CASE WHEN k.straight THEN round(extract(epoch FROM max(t."at" - t.since)) * 1000)::bigint END
FROM step t JOIN kind k ON (k."user_id", k."deal_id") = (t."user_id", t."deal_id")
JOIN "deal" d ON (d."user_id", d."id") = (t."user_id", t."deal_id")
WHERE t."from_stage" < 'closed_won'
GROUP BY 1, 2, 3, 4, k.straight ORDER BY 1, 2, 3;
CREATE INDEX "deal_passage_report_idx" ON "deal_passage"("user_id", "currency", "left_at", "stage", "went_on", "milliseconds");
-- Prisma does not see this one: the deals that did not only go forward.
CREATE INDEX "deal_passage_winding_idx" ON "deal_passage"("user_id", "currency", "deal_id") WHERE "went_on" IS NULL;
ANALYZE "deal_passage";
