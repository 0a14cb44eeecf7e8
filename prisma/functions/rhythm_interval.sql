-- How long after the last contact the next one is due.
CREATE OR REPLACE FUNCTION public.rhythm_interval(rhythm public.contact_rhythm) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE rhythm
    WHEN 'weekly' THEN interval '7 days'
    WHEN 'biweekly' THEN interval '14 days'
    WHEN 'monthly' THEN interval '1 month'
    WHEN 'quarterly' THEN interval '3 months'
    WHEN 'half_yearly' THEN interval '6 months'
END;
