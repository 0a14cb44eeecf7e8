-- Where two texts differ: [begins later, part of the first, part of the second, ends earlier]. What both begin and end with is left out, but
-- for a few words, and of each part what is too long to be compared. How far they agree is found by halving.
CREATE OR REPLACE FUNCTION public.changed_part(before text, after text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    around constant int := 100;
    most constant int := 3000;
    shorter constant int := least(length(before), length(after));
    alike int := 0;
    behind int := 0;
    reach int := shorter;
    half int;
    start int;
    finish int;
BEGIN
    WHILE alike < reach LOOP
        half := (alike + reach + 1) / 2;
        IF left(before, half) = left(after, half) THEN alike := half; ELSE reach := half - 1; END IF;
    END LOOP;
    reach := shorter - alike;
    WHILE behind < reach LOOP
        half := (behind + reach + 1) / 2;
        IF right(before, half) = right(after, half) THEN behind := half; ELSE reach := half - 1; END IF;
    END LOOP;
    start := greatest(alike - around, 0);
    finish := greatest(behind - around, 0);
    RETURN jsonb_build_array(
        start > 0,
        substr(before, start + 1, least(length(before) - start - finish, most)),
        substr(after, start + 1, least(length(after) - start - finish, most)),
        finish > 0 OR greatest(length(before), length(after)) - start - finish > most
    );
END $$;
