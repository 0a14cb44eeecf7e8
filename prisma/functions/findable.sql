-- A text as a search compares it: folded, with its domains as people read them, and without the signs that names are written
-- with or without (apostrophes, hyphens, periods). fold() has already turned their Unicode variants into the plain ones.
CREATE OR REPLACE FUNCTION public.findable(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(public.fold(public.unicode_domains(value)), '''', ''), '-', ''), '.', '');
