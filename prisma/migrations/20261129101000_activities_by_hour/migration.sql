-- How many activities of each type there were in each hour, so that a report need not count them one by one.
CREATE TABLE "activity_hour" (
    "user_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "calls" INTEGER NOT NULL DEFAULT 0,
    "emails" INTEGER NOT NULL DEFAULT 0,
    "meetings" INTEGER NOT NULL DEFAULT 0,
    "notes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "activity_hour_pkey" PRIMARY KEY ("user_id", "hour", "id"),
    CONSTRAINT "activity_hour_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

-- The triggers first: from then on whoever writes an activity waits until the ones that are there have been counted.
CREATE OR REPLACE FUNCTION public.count_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'WITH moved AS MATERIALIZED (
             SELECT m.user_id, date_trunc(''hour'', m.at, ''UTC'') AS hour,
                 coalesce(sum(m.n) FILTER (WHERE m.type = ''call''), 0) AS calls,
                 coalesce(sum(m.n) FILTER (WHERE m.type = ''email''), 0) AS emails,
                 coalesce(sum(m.n) FILTER (WHERE m.type = ''meeting''), 0) AS meetings,
                 coalesce(sum(m.n) FILTER (WHERE m.type = ''note''), 0) AS notes
             FROM (%s) m WHERE EXISTS (SELECT FROM public."user" u WHERE u.id = m.user_id) GROUP BY 1, 2
         ), changed AS (
             SELECT * FROM moved m WHERE (m.calls, m.emails, m.meetings, m.notes) <> (0, 0, 0, 0)
         ), free AS MATERIALIZED (
             SELECT h.user_id, h.hour, h.id FROM public.activity_hour h JOIN changed m ON (h.user_id, h.hour) = (m.user_id, m.hour)
             FOR UPDATE OF h SKIP LOCKED
         ), gone AS (
             DELETE FROM public.activity_hour h USING free f WHERE (h.user_id, h.hour, h.id) = (f.user_id, f.hour, f.id)
             RETURNING h.user_id, h.hour, h.calls, h.emails, h.meetings, h.notes
         )
         INSERT INTO public.activity_hour (user_id, hour, calls, emails, meetings, notes)
         SELECT user_id, hour, sum(calls), sum(emails), sum(meetings), sum(notes)
         FROM (SELECT * FROM changed UNION ALL SELECT * FROM gone) a GROUP BY user_id, hour
         HAVING (sum(calls), sum(emails), sum(meetings), sum(notes)) <> (0, 0, 0, 0)', public.moved_rows(TG_OP));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER hours_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_hours();
CREATE OR REPLACE TRIGGER hours_update AFTER UPDATE ON public.activity REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_hours();
CREATE OR REPLACE TRIGGER hours_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.count_hours();

INSERT INTO "activity_hour" ("user_id", "hour", "calls", "emails", "meetings", "notes")
SELECT "user_id", date_trunc('hour', "at", 'UTC'), count(*) FILTER (WHERE "type" = 'call'), count(*) FILTER (WHERE "type" = 'email'),
    count(*) FILTER (WHERE "type" = 'meeting'), count(*) FILTER (WHERE "type" = 'note')
FROM "activity" GROUP BY 1, 2 ORDER BY 1, 2;
ANALYZE "activity_hour";
