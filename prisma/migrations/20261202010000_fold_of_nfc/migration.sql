-- A text that is in the right Unicode form is not put into it again, which took most of the time of folding.
CREATE OR REPLACE FUNCTION public.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent(
    'public.unaccent'::regdictionary,
    -- most texts are in that form, and to ask takes a quarter of the time
    CASE WHEN value IS NFC NORMALIZED THEN value ELSE normalize(value, NFC) END
));
