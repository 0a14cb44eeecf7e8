-- A document of the words of all of a record's texts and of the numbers of some. It has no positions: each word is there once.
CREATE OR REPLACE FUNCTION public.search_lexemes(texts text, numbers text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(coalesce(public.search_words(texts), '{}') || coalesce(public.search_numbers(numbers), '{}'));
