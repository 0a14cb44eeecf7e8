-- The change set of the transaction (app.change_set, app.change_label), which is written with the transaction's first change of an
-- account. A change made outside the application gets a set too, so nothing goes unrecorded.
CREATE OR REPLACE FUNCTION public.open_change_set(owner uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    change_set uuid := nullif(current_setting('app.change_set', true), '');
BEGIN
    IF change_set IS NULL THEN
        change_set := gen_random_uuid();
        PERFORM set_config('app.change_set', change_set::text, true);
    END IF;
    IF current_setting('app.change_set_written', true) IS DISTINCT FROM change_set || ' ' || owner THEN
        INSERT INTO public.change_set (user_id, id, label, undoes, at)
        VALUES (
            owner, change_set,
            coalesce(nullif(current_setting('app.change_label', true), ''), 'Changed outside the application'),
            nullif(current_setting('app.change_undoes', true), '')::uuid, now()
        )
        ON CONFLICT DO NOTHING;
        PERFORM set_config('app.change_set_written', change_set || ' ' || owner, true);
    END IF;
    RETURN change_set;
END $$;
