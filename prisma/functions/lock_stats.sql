-- The query that locks the rows of company_stats or contact_stats that a statement changes. All statements lock them in the
-- same order, and the update that follows sees what others have committed.
CREATE OR REPLACE FUNCTION public.lock_stats(operation text, parent text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format(
    'SELECT FROM public.%1$s_stats s WHERE (s.user_id, s.%1$s_id) IN (SELECT m.user_id, m.%1$s_id FROM (%2$s) m)
     ORDER BY s.user_id, s.%1$s_id FOR UPDATE', parent, public.moved_rows(operation));
