-- All numbers in a phone field, with an extension as a number too. Where there are several, all digits in a row follow them,
-- because what looks like the end of a number may be in the middle of one.
CREATE OR REPLACE FUNCTION public.phone_numbers(phone text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF phone IS NULL THEN
        RETURN '';
    END IF;
    -- most fields hold one number
    IF phone ~ '^[0-9+(). -]*[0-9][0-9+(). -]*$' THEN
        RETURN public.phone_digits(phone);
    END IF;
    RETURN (
        SELECT coalesce(string_agg(public.phone_digits(part), ' ' ORDER BY n), '')
            || CASE WHEN count(*) > 1 THEN ' ' || public.digits(phone) ELSE '' END
        FROM regexp_split_to_table(public.fold(phone), '[^0-9+().\s\u00a0\u2009\u202f-]+') WITH ORDINALITY AS p (part, n)
        WHERE part ~ '[0-9]'
    );
END $$;
