-- A text as it is compared in a search: without case and accents, in one Unicode form. PostgreSQL calls unaccent() only STABLE
-- because its dictionary could be edited; ours never is. All names are qualified, because a restored dump has an empty
-- search_path.
CREATE OR REPLACE FUNCTION public.fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent(
    'public.unaccent'::regdictionary,
    -- most texts are in that form, and to ask takes a quarter of the time
    CASE WHEN value IS NFC NORMALIZED THEN value ELSE normalize(value, NFC) END
));
