-- The words of a text as a document keeps them, folded and without punctuation: each word, each pair of neighbours after a quotation
-- mark, by which a phrase is found, and what is written with apostrophes, hyphens or periods also as one word, as findable() has it.
-- A text that is longer than any that the application takes is cut, because PostgreSQL refuses a document of more than 1 MB.
CREATE OR REPLACE FUNCTION public.search_words(value text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    folded constant text := left(public.fold(public.unicode_domains(value)), 50000);
    own constant text[] := string_to_array(public.plain_words(folded), ' ');
BEGIN
    RETURN ARRAY(SELECT left(w, 60) FROM unnest(own) AS w WHERE w <> '')
        || ARRAY(SELECT '"' || left(w, 60) || ' ' || left(after, 60) FROM unnest(own, own[2:]) AS u (w, after) WHERE w <> '' AND after <> '')
        -- of what has one of these signs between letters, the whole without them
        || ARRAY(
            SELECT left(w, 60) FROM (
                SELECT unnest(string_to_array(public.plain_words(replace(replace(replace(string_agg(t, ' '), '''', ''), '-', ''), '.', '')), ' ')) AS w
                FROM string_to_table(replace(folded, E'\n', ' '), ' ') AS t WHERE t ~ '[^''.-][''.-][^''.-]'
            ) joined WHERE w <> '');
END $$;
