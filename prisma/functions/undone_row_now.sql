-- What a row becomes in an undo. A deal's place among others is not part of its content: if the change set left the place alone,
-- the deal stays where it is now; if the change set only moved the deal, only the place is restored.
CREATE OR REPLACE FUNCTION public.undone_row_now(before jsonb, after jsonb, present jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN before - 'position' = after - 'position' THEN
        CASE
            WHEN present -> 'stage' = before -> 'stage' THEN present || jsonb_build_object('position', before -> 'position')
            ELSE present
        END
    WHEN before -> 'stage' = after -> 'stage' AND before -> 'position' = after -> 'position'
    THEN before || jsonb_build_object('position', present -> 'position')
    ELSE before
END;
