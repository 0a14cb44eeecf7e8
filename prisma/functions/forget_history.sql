-- Deletes an account's oldest change sets from before an instant, each whole, until so many lines of the log are gone; returns how many
-- sets these were. What loaded the sample data stays, because it says what the sample data is.
CREATE OR REPLACE FUNCTION public.forget_history(owner uuid, before timestamptz, most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    gone uuid[] := '{}';
    lines int := 0;
    deleted int;
    last timestamptz;
    oldest record;
BEGIN
    FOR oldest IN
        SELECT s.id, s.at FROM public.change_set s
        WHERE s.user_id = owner AND s.at < before AND s.label <> 'Load sample data' ORDER BY s.at, s.id LIMIT 1000 FOR UPDATE
    LOOP
        DELETE FROM public.change_log l WHERE l.user_id = owner AND l.change_set_id = oldest.id;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        gone := gone || oldest.id;
        last := oldest.at;
        lines := lines + deleted;
        EXIT WHEN lines >= most;
    END LOOP;
    DELETE FROM public.change_set s WHERE s.user_id = owner AND s.id = ANY (gone);
    DELETE FROM public.change_kind k WHERE k.user_id = owner AND k.at <= last AND k.change_set_id = ANY (gone);
    RETURN cardinality(gone);
END $$;
