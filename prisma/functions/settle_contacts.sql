-- Makes meetings that have begun since the last read the last contact. Reads call it, so it skips rows that a write has locked:
-- waiting for them could end in a deadlock. Calls of it wait only for each other. The rows are locked in a separate statement,
-- so that the update that follows sees what was written before.
CREATE OR REPLACE FUNCTION public.settle_contacts(owner uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    found_ids uuid[];
BEGIN
    IF NOT EXISTS (SELECT FROM public.company_stats s WHERE s.user_id = owner AND s.next_contact_at <= statement_timestamp())
        AND NOT EXISTS (SELECT FROM public.contact_stats s WHERE s.user_id = owner AND s.next_contact_at <= statement_timestamp()) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('settle_contacts'), hashtext(owner::text));
    FOREACH parent IN ARRAY ARRAY['company', 'contact'] LOOP
        EXECUTE format(
            'SELECT array_agg(l.id) FROM (
                 SELECT s.%1$s_id AS id FROM public.%1$s_stats s
                 WHERE s.user_id = $1 AND s.next_contact_at <= statement_timestamp() FOR UPDATE SKIP LOCKED
             ) l', parent) INTO found_ids USING owner;
        EXECUTE format(
            'UPDATE public.%1$s_stats s SET (last_contact_at, next_contact_at) = (SELECT %2$s)
             WHERE s.user_id = $1 AND s.%1$s_id = ANY ($2)', parent, public.contact_times(parent)) USING owner, found_ids;
    END LOOP;
END $$;
