-- The words of a folded name, with punctuation replaced by single spaces; "J.S.C." is one word. The characters are listed one by
-- one, because what a class such as [:alnum:] contains differs between servers.
CREATE OR REPLACE FUNCTION public.plain_words(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(
    regexp_replace(folded COLLATE "C", '(\m[a-z])\.(?=[a-z](\.|\M))', '\1', 'g'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'
));
