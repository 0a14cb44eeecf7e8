-- A deal's probability: that of its stage, unless the user has set one. A closed deal is certain.
CREATE OR REPLACE FUNCTION public.deal_probability(stage public.deal_stage, own_probability smallint)
RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN stage = 'closed_won' THEN 100
    WHEN stage = 'closed_lost' THEN 0
    WHEN own_probability IS NOT NULL THEN own_probability
    WHEN stage = 'prospecting' THEN 10
    WHEN stage = 'qualification' THEN 25
    WHEN stage = 'proposal' THEN 50
    ELSE 75
END;
