-- Keeps the number of activities of each type in each hour of UTC in activity_hour. Rows of the same hour that nobody else is
-- writing are added up into the new one; the others are left beside it, so that no statement ever waits for another one, and
-- whoever reads adds up all rows of an hour. An account that is being deleted gets no new ones.
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
