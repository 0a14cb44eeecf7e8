-- What a contact point is compared by: an email address and a phone number like those of a contact or company, a link by its domain.
CREATE OR REPLACE FUNCTION public.point_key(kind public.contact_point_kind, value text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE kind
    WHEN 'email' THEN public.written_email(value)
    WHEN 'phone' THEN public.phone_key(value)
    ELSE public.web_domain(value)
END;
