-- The LIKE pattern for a text that contains a word. It escapes after folding, which turns full-width % and _ into plain ones.
-- Null, which matches nothing, for a word that consists of ignored signs only.
CREATE OR REPLACE FUNCTION public.holds(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '%' || nullif(regexp_replace(public.findable(word), '([\\%_])', '\\\1', 'g'), '') || '%';
