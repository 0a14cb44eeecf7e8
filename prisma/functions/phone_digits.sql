-- The digits of one phone number as it is searched for. A number with a country code begins with 00 and that code; the 0 that
-- is only dialed within the country is removed. Some countries have no such 0.
CREATE OR REPLACE FUNCTION public.phone_digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN phone ~ '^[^0-9+]*(\+|0[^0-9]*0)' THEN '00' || regexp_replace(
        regexp_replace(public.digits(replace(phone, '(0)', '')), '^00', ''),
        '^(?!39|378|22[579]|24[12])(1|7|2(?:0|7|[1-689][0-9])|3(?:[0-469]|[578][0-9])|4(?:[013-9]|2[0-9])|5(?:[1-8]|[09][0-9])|6(?:[0-6]|[7-9][0-9])|8(?:[1246]|[035789][0-9])|9(?:[0-58]|[679][0-9]))0+',
        '\1'
    )
    ELSE public.digits(phone)
END;
