-- Companies, contacts, deals and follow-ups, of the given ones of these kinds, that contain all the given words, except that one word
-- may be misspelled: similar by at least `likeness` (0 to 1), or with two letters swapped. At most `most` of each kind, in no order. It is
-- a function because each connection keeps its plans: planning a search by similarity takes far longer than finding that nothing is
-- similar.
CREATE OR REPLACE FUNCTION public.find_almost(
    account uuid, kinds text[], word text, swapped text[], others text[], likeness real, most integer
)
RETURNS TABLE (kind text, id uuid, search text) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    resembled text := public.fold(word);
    patterns text[] := ARRAY(SELECT public.holds(s) FROM unnest(swapped) s);
    held text[] := ARRAY(SELECT public.holds(o) FROM unnest(others) o ORDER BY length(o) DESC);
BEGIN
    PERFORM set_config('pg_trgm.word_similarity_threshold', likeness::text, true);
    -- each is planned without its limit, which would have rows compared one after the other rather than the index asked
    IF cardinality(held) = 0 THEN
        IF 'company' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.company r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                ) SELECT 'company', n.id, n.search FROM near n LIMIT most;
        END IF;
        IF 'contact' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.contact r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                ) SELECT 'contact', n.id, n.search FROM near n LIMIT most;
        END IF;
        IF 'deal' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.deal r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                ) SELECT 'deal', n.id, n.search FROM near n LIMIT most;
        END IF;
        IF 'follow_up' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.follow_up r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                ) SELECT 'follow_up', n.id, n.search FROM near n LIMIT most;
        END IF;
    ELSE
        -- the two longest of the other words narrow it down in the index already
        IF 'company' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.company r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                        AND r.search LIKE held[1] AND r.search LIKE coalesce(held[2], held[1]) AND r.search LIKE ALL (held)
                ) SELECT 'company', n.id, n.search FROM near n LIMIT most;
        END IF;
        IF 'contact' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.contact r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                        AND r.search LIKE held[1] AND r.search LIKE coalesce(held[2], held[1]) AND r.search LIKE ALL (held)
                ) SELECT 'contact', n.id, n.search FROM near n LIMIT most;
        END IF;
        IF 'deal' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.deal r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                        AND r.search LIKE held[1] AND r.search LIKE coalesce(held[2], held[1]) AND r.search LIKE ALL (held)
                ) SELECT 'deal', n.id, n.search FROM near n LIMIT most;
        END IF;
        IF 'follow_up' = ANY (kinds) THEN
            RETURN QUERY
                WITH near AS MATERIALIZED (
                    SELECT r.id, r.search FROM public.follow_up r
                    WHERE r.user_id = account AND (resembled OPERATOR(public.<%) r.search OR r.search LIKE ANY (patterns))
                        AND r.search LIKE held[1] AND r.search LIKE coalesce(held[2], held[1]) AND r.search LIKE ALL (held)
                ) SELECT 'follow_up', n.id, n.search FROM near n LIMIT most;
        END IF;
    END IF;
END $$;
