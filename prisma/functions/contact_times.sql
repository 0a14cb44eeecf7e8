-- The last and the next contact of a row `s` of company_stats or contact_stats, as the right side of an UPDATE. It compares
-- with the statement's time, because what was logged a moment ago is later than now(), the start of the transaction.
CREATE OR REPLACE FUNCTION public.contact_times(parent text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format(
    '(SELECT max(a.at) FROM public.%2$s a
      WHERE a.user_id = s.user_id AND a.%1$s_id = s.%1$s_id AND a.type <> ''note'' AND a.at <= statement_timestamp()),
     (SELECT min(a.at) FROM public.%2$s a
      WHERE a.user_id = s.user_id AND a.%1$s_id = s.%1$s_id AND a.type <> ''note'' AND a.at > statement_timestamp())',
    parent, CASE parent WHEN 'contact' THEN 'activity_person' ELSE 'activity' END);
