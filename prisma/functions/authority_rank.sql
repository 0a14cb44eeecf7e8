-- How people are ordered: decision makers first, then everybody else, and last who has left the company.
CREATE OR REPLACE FUNCTION public.authority_rank(is_decision_maker boolean, level public.authority_level, left_on date)
RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN left_on IS NOT NULL THEN 5
    WHEN NOT is_decision_maker THEN 4
    WHEN level = 'primary' THEN 0
    WHEN level = 'secondary' THEN 1
    WHEN level = 'influencer' THEN 2
    ELSE 3
END;
