-- Remembers that a change set did something to records of a kind, so that the history can be filtered by it: they were created, changed
-- or deleted, or something that belongs to them was ("with"), such as a tag or a contact of a deal. Looked up in the table once per
-- set, kind and operation: app.change_kinds has what the transaction has noted of the set.
CREATE OR REPLACE FUNCTION public.note_kind(owner uuid, change_set uuid, of_table text, op text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    noted text := current_setting('app.change_kinds', true);
    mark constant text := format(' %s.%s ', of_table, op);
    main constant text := substring(of_table FROM '^(.+)_(?:point|tag|person|option|stage_change)$');
BEGIN
    IF noted IS NULL OR NOT starts_with(noted, change_set || ' ' || owner) THEN
        noted := change_set || ' ' || owner;
    ELSIF strpos(noted, mark) > 0 THEN
        RETURN;
    END IF;
    INSERT INTO public.change_kind (user_id, kind, op, at, change_set_id)
    SELECT owner, coalesce(main, of_table), CASE WHEN main IS NULL THEN note_kind.op ELSE 'with' END, s.at, s.id
    FROM public.change_set s WHERE s.user_id = owner AND s.id = change_set
    ON CONFLICT DO NOTHING;
    PERFORM set_config('app.change_kinds', noted || mark, true);
END $$;
