-- The query for the rows that a statement has moved in (n = 1) or out (n = -1). The triggers that count add them up, once for
-- each company or contact.
CREATE OR REPLACE FUNCTION public.moved_rows(operation text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE operation
    WHEN 'INSERT' THEN 'SELECT 1 AS n, r.* FROM new_rows r'
    WHEN 'DELETE' THEN 'SELECT -1 AS n, r.* FROM old_rows r'
    ELSE 'SELECT 1 AS n, r.* FROM new_rows r UNION ALL SELECT -1 AS n, r.* FROM old_rows r'
END;
