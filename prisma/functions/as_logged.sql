-- A row as it is now, cut down to the columns that were logged: later migrations may have added some.
CREATE OR REPLACE FUNCTION public.as_logged(present jsonb, logged jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN (SELECT jsonb_object_agg(column_name, value) FROM jsonb_each(present) AS c(column_name, value) WHERE logged ? column_name);
