-- Activities and follow-ups get their screens. docs/data-model.md says what each part is for.

-- The last contact is the latest call, email or meeting that is not in the future; a note is none. The next one is kept
-- beside it, because it becomes the last one by the mere passing of time: settle_contacts() sees to that before a read.
ALTER TABLE "company_stats" ADD COLUMN "last_contact_at" TIMESTAMPTZ(3), ADD COLUMN "next_contact_at" TIMESTAMPTZ(3);
ALTER TABLE "contact_stats" ADD COLUMN "last_contact_at" TIMESTAMPTZ(3), ADD COLUMN "next_contact_at" TIMESTAMPTZ(3);

-- The two of a row `s` of company_stats or contact_stats, as the right side of an UPDATE. What was logged a moment ago is
-- later than the transaction's beginning, which is now().
CREATE FUNCTION public.contact_times(parent text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format(
    '(SELECT max(a.at) FROM public.activity a
      WHERE a.user_id = s.user_id AND a.%1$s_id = s.%1$s_id AND a.type <> ''note'' AND a.at <= statement_timestamp()),
     (SELECT min(a.at) FROM public.activity a
      WHERE a.user_id = s.user_id AND a.%1$s_id = s.%1$s_id AND a.type <> ''note'' AND a.at > statement_timestamp())', parent);

-- Reads call it, so it passes over rows that a write holds: waiting for them could end in a deadlock. Who settles waits only
-- for others who settle. The rows are locked in a statement of their own, so that the next one sees what was written before.
CREATE FUNCTION public.settle_contacts(owner uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    found_ids uuid[];
BEGIN
    IF NOT EXISTS (SELECT FROM public.company_stats s WHERE s.user_id = owner AND s.next_contact_at <= statement_timestamp())
        AND NOT EXISTS (SELECT FROM public.contact_stats s WHERE s.user_id = owner AND s.next_contact_at <= statement_timestamp()) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('settle_contacts'), hashtext(owner::text));
    FOREACH parent IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE format(
            'SELECT array_agg(l.id) FROM (
                 SELECT s.%1$s_id AS id FROM public.%1$s_stats s
                 WHERE s.user_id = $1 AND s.next_contact_at <= statement_timestamp() FOR UPDATE SKIP LOCKED
             ) l', parent) INTO found_ids USING owner;
        EXECUTE format(
            'UPDATE public.%1$s_stats s SET (last_contact_at, next_contact_at) = (SELECT %2$s)
             WHERE s.user_id = $1 AND s.%1$s_id = ANY ($2)', parent, public.contact_times(parent)) USING owner, found_ids;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION public.open_company_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.company_stats (user_id, company_id, contacts, deals, open_deals, activities)
    SELECT n.user_id, n.id,
        (SELECT count(*) FROM public.contact c WHERE c.user_id = n.user_id AND c.company_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.company_id = n.id),
        (SELECT count(*) FROM public.deal d WHERE d.user_id = n.user_id AND d.company_id = n.id AND d.closed_at IS NULL),
        (SELECT count(*) FROM public.activity a WHERE a.user_id = n.user_id AND a.company_id = n.id)
    FROM new_rows n;
    EXECUTE format(
        'UPDATE public.company_stats s SET (last_contact_at, next_contact_at) = (SELECT %s)
         FROM new_rows n WHERE (s.user_id, s.company_id) = (n.user_id, n.id) AND s.activities > 0',
        public.contact_times('company'));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION public.open_contact_stats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.contact_stats (user_id, contact_id, deals, open_deals, activities)
    SELECT n.user_id, n.id,
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

CREATE OR REPLACE FUNCTION public.count_activities() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE public.lock_stats(TG_OP, parent);
        EXECUTE format(
            'UPDATE public.%1$s_stats s
             SET activities = s.activities + m.n, (last_contact_at, next_contact_at) = (SELECT %3$s)
             FROM (SELECT user_id, %1$s_id, sum(n) AS n FROM (%2$s) r GROUP BY 1, 2) m
             WHERE (s.user_id, s.%1$s_id) = (m.user_id, m.%1$s_id)',
            parent, public.moved_rows(TG_OP), public.contact_times(parent));
    END LOOP;
    RETURN NULL;
END $$;

-- what is there already
DO $$
DECLARE
    parent text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE format(
            'UPDATE public.%1$s_stats s SET (last_contact_at, next_contact_at) = (SELECT %2$s) WHERE s.activities > 0',
            parent, public.contact_times(parent));
    END LOOP;
END $$;

DROP INDEX "company_stats_user_id_last_activity_at_company_id_idx";
DROP INDEX "contact_stats_user_id_last_activity_at_contact_id_idx";
ALTER TABLE "company_stats" DROP COLUMN "last_activity_at";
ALTER TABLE "contact_stats" DROP COLUMN "last_activity_at";
CREATE INDEX "company_stats_user_id_last_contact_at_company_id_idx" ON "company_stats"("user_id", "last_contact_at", "company_id");
CREATE INDEX "company_stats_user_id_next_contact_at_idx" ON "company_stats"("user_id", "next_contact_at");
CREATE INDEX "contact_stats_user_id_last_contact_at_contact_id_idx" ON "contact_stats"("user_id", "last_contact_at", "contact_id");
CREATE INDEX "contact_stats_user_id_next_contact_at_idx" ON "contact_stats"("user_id", "next_contact_at");

-- The rhythm in which somebody wants to be spoken to: a contact after this day is late.
CREATE FUNCTION public.rhythm_interval(rhythm public.contact_rhythm) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE rhythm
    WHEN 'weekly' THEN interval '7 days'
    WHEN 'biweekly' THEN interval '14 days'
    WHEN 'monthly' THEN interval '1 month'
    WHEN 'quarterly' THEN interval '3 months'
    WHEN 'half_yearly' THEN interval '6 months'
END;
-- Only they are asked for who is late, those who decide first; Prisma does not see it.
CREATE INDEX "contact_in_rhythm_idx" ON "contact"("user_id", "authority_rank", "id") INCLUDE ("rhythm", "created_at")
WHERE "rhythm" IS NOT NULL;
-- What a list filters and sorts by is read from the index alone.
DROP INDEX "activity_user_id_type_at_idx";
DROP INDEX "activity_user_id_company_id_at_idx";
DROP INDEX "activity_user_id_contact_id_at_idx";
DROP INDEX "activity_user_id_deal_id_at_idx";
CREATE INDEX "activity_user_id_type_id_at_idx" ON "activity"("user_id", "type", "id", "at");
CREATE INDEX "activity_user_id_company_id_at_id_idx" ON "activity"("user_id", "company_id", "at", "id");
CREATE INDEX "activity_user_id_contact_id_at_id_idx" ON "activity"("user_id", "contact_id", "at", "id");
CREATE INDEX "activity_user_id_deal_id_at_id_idx" ON "activity"("user_id", "deal_id", "at", "id");
CREATE INDEX "follow_up_user_id_done_at_due_on_idx" ON "follow_up"("user_id", "done_at", "due_on");

-- What no form sends
ALTER TABLE "activity" DROP CONSTRAINT "activity_duration_check";
ALTER TABLE "activity" ADD CONSTRAINT "activity_duration_check" CHECK ("duration_minutes" BETWEEN 0 AND 10080);
