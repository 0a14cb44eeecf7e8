-- The numbers of all metadata values that could be a phone number. An id is none, whatever digits it has.
CREATE OR REPLACE FUNCTION public.metadata_digits(metadata jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF metadata = '{}' THEN
        RETURN '';
    END IF;
    RETURN (
        SELECT coalesce(string_agg(public.phone_numbers(entry.value), ' ' ORDER BY entry.key), '')
        FROM jsonb_each_text(metadata) AS entry
        WHERE length(public.digits(entry.value)) BETWEEN 7 AND 15 AND public.written_id(entry.value) IS NULL
    );
END $$;
