-- Who is late, and whether anybody who decides at a company was spoken to, is read from an index. For that a contact's
-- stats have what the contact itself says about it.
ALTER TABLE "contact_stats"
    ADD COLUMN "company_id" UUID,
    ADD COLUMN "authority_rank" SMALLINT,
    ADD COLUMN "rhythm" "contact_rhythm",
    ADD COLUMN "added_at" TIMESTAMPTZ(3);
UPDATE "contact_stats" s
SET "company_id" = p."company_id", "authority_rank" = p."authority_rank", "rhythm" = p."rhythm", "added_at" = p."created_at"
FROM "contact" p WHERE (p."user_id", p."id") = (s."user_id", s."contact_id");
ALTER TABLE "contact_stats"
    ALTER COLUMN "company_id" SET NOT NULL,
    ALTER COLUMN "authority_rank" SET NOT NULL,
    ALTER COLUMN "added_at" SET NOT NULL,
    -- by the days of UTC; another zone's day is at most four days from it, where a month is added to its last day
    ADD COLUMN "due_at" TIMESTAMP(3) GENERATED ALWAYS AS (
        (coalesce("last_contact_at", "added_at") AT TIME ZONE 'UTC') + public.rhythm_interval("rhythm")
    ) STORED;

CREATE OR REPLACE FUNCTION public.open_contact_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.contact_stats (user_id, contact_id, company_id, authority_rank, rhythm, added_at, deals, open_deals, activities)
    SELECT n.user_id, n.id, n.company_id, n.authority_rank, n.rhythm, n.created_at,
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.contact_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.contact_id = n.id AND d.closed_at IS NULL),
        (SELECT count(*) FROM public.activity a WHERE a.user_id = n.user_id AND a.contact_id = n.id)
    FROM new_rows n;
    EXECUTE format(
        'UPDATE public.contact_stats s SET (last_contact_at, next_contact_at) = (SELECT %s)
         FROM new_rows n WHERE (s.user_id, s.contact_id) = (n.user_id, n.id) AND s.activities > 0',
        public.contact_times('contact'));
    RETURN NULL;
END $$;

-- The company's row is locked first, then the person's, as an activity does. Planned anew each time, as a plan that was made
-- for one contact is a bad one for ten thousand, and the other way round.
CREATE OR REPLACE FUNCTION public.count_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what is copied of new_rows `n` into the stats `s` and differs there
    changed constant text :=
        '(s.user_id, s.contact_id) = (n.user_id, n.id)
         AND (s.company_id, s.authority_rank, s.rhythm, s.added_at)
             IS DISTINCT FROM (n.company_id, n.authority_rank, n.rhythm, n.created_at)';
    differing bigint;
BEGIN
    EXECUTE public.lock_stats(TG_OP, 'company');
    EXECUTE format(
        'UPDATE public.company_stats s SET contacts = s.contacts + m.n
         FROM (SELECT user_id, company_id, sum(n) AS n FROM (%s) r GROUP BY 1, 2 HAVING sum(n) <> 0) m
         WHERE (s.user_id, s.company_id) = (m.user_id, m.company_id)', public.moved_rows(TG_OP));
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format(
            'SELECT FROM public.contact_stats s, new_rows n WHERE %s ORDER BY s.user_id, s.contact_id FOR UPDATE OF s', changed);
        GET DIAGNOSTICS differing = ROW_COUNT;
        IF differing > 0 THEN
            EXECUTE format(
                'UPDATE public.contact_stats s
                 SET company_id = n.company_id, authority_rank = n.authority_rank, rhythm = n.rhythm, added_at = n.created_at
                 FROM new_rows n WHERE %s', changed);
        END IF;
    END IF;
    RETURN NULL;
END $$;

DROP INDEX "contact_in_rhythm_idx";
-- Prisma does not see these.
CREATE INDEX "contact_stats_due_idx" ON "contact_stats"("user_id", "authority_rank", "due_at", "contact_id") WHERE "due_at" IS NOT NULL;
CREATE INDEX "contact_stats_decider_idx" ON "contact_stats"("user_id", "company_id", "last_contact_at") WHERE "authority_rank" < 4;
-- What a deal was lost for, whatever its capitals and accents.
CREATE INDEX "deal_lost_reason_idx" ON "deal"("user_id", (public.fold("lost_reason"))) WHERE "stage" = 'closed_lost';
