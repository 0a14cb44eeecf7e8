-- What a search asks documents for: each word, the last one as the beginning of one if it has three letters, and each phrase by its
-- pairs of neighbors. A word with signs in it is also asked for as one word, and four digits as a part of a number. Where the words are
-- a number, `numbers` has the digits of what it can be, any of which will do. Null, which matches nothing, if no word is left.
CREATE OR REPLACE FUNCTION public.asked_words(words text[], phrases text[], numbers text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    asked text[] := '{}';
    own text[];
    whole text;
    ways text[];
    is_last boolean;
BEGIN
    FOR n IN 1 .. cardinality(words) LOOP
        own := array_remove(string_to_array(public.plain_words(public.fold(public.unicode_domains(words[n]))), ' '), '');
        whole := replace(public.plain_words(public.findable(words[n])), ' ', '');
        is_last := n = cardinality(words);
        IF cardinality(own) > 0 THEN
            ways := ARRAY[(SELECT string_agg('''' || left(w, 60) || '''' || CASE WHEN is_last AND at = cardinality(own) AND length(w) > 2 THEN ':*' ELSE '' END, ' & ')
                FROM unnest(own) WITH ORDINALITY AS u (w, at))];
            IF cardinality(own) > 1 AND whole <> '' THEN
                ways := ways || ('''' || left(whole, 60) || '''' || CASE WHEN is_last THEN ':*' ELSE '' END);
            END IF;
            IF length(whole) BETWEEN 4 AND 24 AND translate(whole, '0123456789', '') = '' THEN
                ways := ways || ('''#' || whole || ''':*');
            END IF;
            asked := asked || ('((' || array_to_string(ways, ') | (') || '))');
        END IF;
    END LOOP;
    IF cardinality(numbers) > 0 THEN
        asked := ARRAY['(' || coalesce('(' || nullif(array_to_string(asked, ' & '), '') || ') | ', '')
            || (SELECT string_agg('''#' || each || ''':*', ' | ') FROM unnest(numbers) AS each) || ')'];
    END IF;
    FOR n IN 1 .. cardinality(phrases) LOOP
        own := array_remove(string_to_array(public.plain_words(public.fold(public.unicode_domains(phrases[n]))), ' '), '');
        IF cardinality(own) = 1 THEN
            asked := asked || ('''' || left(own[1], 60) || '''');
        ELSIF cardinality(own) > 1 THEN
            asked := asked || (SELECT string_agg('''"' || left(w, 60) || ' ' || left(after, 60) || '''', ' & ') FROM unnest(own, own[2:]) AS u (w, after) WHERE after IS NOT NULL);
        END IF;
    END LOOP;
    RETURN nullif(array_to_string(asked, ' & '), '')::tsquery;
END $$;
