-- Deals get their screens. docs/data-model.md says what each part is for.

-- The probability follows from the stage, unless the user has set one; a closed deal is certain.
CREATE FUNCTION public.deal_probability(stage public.deal_stage, own_probability smallint)
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

-- Nobody is not a name: where a deal has no contact, its key is null, so that the deal stands last in either order.
CREATE OR REPLACE FUNCTION public.deal_search(name text, company_key text, contact_key text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.fold(name) || ' ' || company_key || ' ' || coalesce(contact_key, '');

CREATE OR REPLACE FUNCTION public.copy_contact_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.contact_key := (
        SELECT c.name_key FROM public.contact c WHERE c.user_id = NEW.user_id AND c.id = NEW.contact_id FOR SHARE
    );
    RETURN NEW;
END $$;

-- a change of the form in which rows are kept is not a change of the rows
ALTER TABLE "deal" DISABLE TRIGGER USER;
ALTER TABLE "deal" ALTER COLUMN "contact_key" DROP NOT NULL, ALTER COLUMN "contact_key" DROP DEFAULT;
UPDATE "deal" SET "contact_key" = NULL WHERE "contact_id" IS NULL;
ALTER TABLE "deal" ADD COLUMN "own_probability" SMALLINT;
UPDATE "deal" SET "own_probability" = "probability"
    WHERE "closed_at" IS NULL AND "probability" <> public.deal_probability("stage", NULL);
ALTER TABLE "deal" DROP COLUMN "probability";
ALTER TABLE "deal" ADD COLUMN "probability" SMALLINT
    GENERATED ALWAYS AS (public.deal_probability("stage", "own_probability")) STORED;
ALTER TABLE "deal" ADD CONSTRAINT "deal_own_probability_check" CHECK ("own_probability" BETWEEN 0 AND 100);
ALTER TABLE "deal" ENABLE TRIGGER USER;

DROP TRIGGER touch_row ON "deal";
CREATE TRIGGER touch_row BEFORE UPDATE ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.touch_row('position', 'company_key', 'contact_key', 'name_key', 'search', 'probability');
DROP TRIGGER log_change ON "deal";
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.log_change('id', 'company_key', 'contact_key', 'name_key', 'search', 'probability');

-- What the list of deals sorts by
CREATE INDEX "deal_user_id_company_key_id_idx" ON "deal"("user_id", "company_key", "id");
CREATE INDEX "deal_user_id_contact_key_id_idx" ON "deal"("user_id", "contact_key", "id");
CREATE INDEX "deal_user_id_value_id_idx" ON "deal"("user_id", "value", "id");
CREATE INDEX "deal_user_id_probability_id_idx" ON "deal"("user_id", "probability", "id");
-- All that the sums of the board ask for: they are read from it alone
CREATE INDEX "deal_user_id_stage_currency_closed_at_value_probability_idx"
    ON "deal"("user_id", "stage", "currency", "closed_at", "value", "probability");

-- Every step from stage to stage is written down, whoever makes it. Each is later than the one before, even where two
-- come in one millisecond or the clock is set back. An undo puts the steps back itself.
CREATE FUNCTION public.record_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nullif(current_setting('app.change_undoes', true), '') IS NULL THEN
        INSERT INTO public.deal_stage_change (user_id, id, deal_id, from_stage, to_stage, at)
        SELECT NEW.user_id, gen_random_uuid(), NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.stage END, NEW.stage,
            greatest(clock_timestamp(), max(c.at) + interval '1 millisecond')
        FROM public.deal_stage_change c WHERE c.user_id = NEW.user_id AND c.deal_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER record_first_stage AFTER INSERT ON "deal"
    FOR EACH ROW EXECUTE FUNCTION public.record_stage();
CREATE TRIGGER record_stage AFTER UPDATE ON "deal"
    FOR EACH ROW WHEN (OLD."stage" IS DISTINCT FROM NEW."stage") EXECUTE FUNCTION public.record_stage();

-- What an undo makes of a row as it is now. A deal's place among others is not its content: a change that left the place
-- alone is undone where the deal stands now, and one that only moved it in its column gives back nothing but the place.
CREATE FUNCTION public.undone_row_now(before jsonb, after jsonb, present jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN before - 'position' = after - 'position' THEN
        CASE
            WHEN present -> 'stage' = before -> 'stage' THEN present || jsonb_build_object('position', before -> 'position')
            ELSE present
        END
    WHEN before -> 'stage' = after -> 'stage' AND before -> 'position' = after -> 'position'
    THEN before || jsonb_build_object('position', present -> 'position')
    ELSE before
END;

-- As before, except that the place of a deal is never an obstacle.
CREATE OR REPLACE FUNCTION public.undo_change_set(owner uuid, undone uuid)
RETURNS TABLE (entity text, logged jsonb) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    touched record;
    created text[] := '{}';
    deletion text;
BEGIN
    SET CONSTRAINTS ALL DEFERRED;
    DROP TABLE IF EXISTS pg_temp.undone_row;
    -- one line per row: its key, what it was before the set and what the set made of it
    CREATE TEMP TABLE undone_row ON COMMIT DROP AS
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE t.relnamespace = 'public'::regnamespace
        ), change AS (
            SELECT l.id, l.entity, l.before, l.after, (
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ) AS key
            FROM public.change_log l WHERE l.user_id = owner AND l.change_set_id = undone
        )
        SELECT c.entity, c.key, (array_agg(c.before ORDER BY c.id))[1] AS before, (array_agg(c.after ORDER BY c.id DESC))[1] AS after
        FROM change c GROUP BY c.entity, c.key;
    -- came and went within the set
    DELETE FROM pg_temp.undone_row u WHERE u.before IS NULL AND u.after IS NULL;
    ANALYZE pg_temp.undone_row;

    FOR touched IN
        SELECT u.entity, (
            SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = format('public.%I', u.entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attgenerated = '' AND min(coalesce(u.before, u.after)::text)::jsonb ? a.attname
        ) AS columns, (
            SELECT string_agg(format('t.%1$I = (u.key ->> %1$L)::uuid', k), ' AND ') FROM jsonb_object_keys(min(u.key::text)::jsonb) k
        ) AS same_row
        FROM pg_temp.undone_row u GROUP BY u.entity
    LOOP
        EXECUTE format('SELECT FROM public.%1$I t JOIN pg_temp.undone_row u ON u.entity = %1$L AND %2$s FOR UPDATE OF t',
            touched.entity, touched.same_row);
        RETURN QUERY EXECUTE format(
            'SELECT u.entity, coalesce(u.after, u.before) FROM pg_temp.undone_row u LEFT JOIN public.%1$I t ON %2$s
             WHERE u.entity = %1$L AND (u.before - ''position'' = u.after - ''position'') IS NOT TRUE
               AND public.as_logged(to_jsonb(t), coalesce(u.after, u.before)) - ''position''
                   IS DISTINCT FROM u.after - ''position''',
            touched.entity, touched.same_row);
        EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM (
                 SELECT (jsonb_populate_record(NULL::public.%1$I, u.before)).* FROM pg_temp.undone_row u
                 WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NULL
                   AND NOT EXISTS (SELECT FROM public.%1$I t WHERE %3$s)
             ) r', touched.entity, touched.columns, touched.same_row);
        EXECUTE format(
            'UPDATE public.%1$I t SET (%2$s) = (
                 SELECT %2$s FROM jsonb_populate_record(
                     NULL::public.%1$I, public.undone_row_now(u.before, u.after, to_jsonb(t))
                 )
             )
             FROM pg_temp.undone_row u
             WHERE u.entity = %1$L AND u.before IS NOT NULL AND u.after IS NOT NULL AND %3$s',
            touched.entity, touched.columns, touched.same_row);
        created := created || format(
            'DELETE FROM public.%1$I t USING pg_temp.undone_row u WHERE u.entity = %1$L AND u.before IS NULL AND %2$s',
            touched.entity, touched.same_row);
    END LOOP;

    -- what the set created goes last: by then nothing that stays hangs on it
    FOREACH deletion IN ARRAY created LOOP
        EXECUTE deletion;
    END LOOP;

    RETURN QUERY
        WITH key_column AS MATERIALIZED (
            SELECT t.relname AS entity, a.attname AS name
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND i.indisprimary
            JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE t.relnamespace = 'public'::regnamespace
        )
        SELECT l.entity, l.changed FROM (
            SELECT l.entity, coalesce(l.after, l.before) AS changed, (
                SELECT jsonb_object_agg(k.name, coalesce(l.after, l.before) -> k.name) FROM key_column k WHERE k.entity = l.entity
            ) AS key
            FROM public.change_log l
            WHERE l.user_id = owner AND l.change_set_id = nullif(current_setting('app.change_set', true), '')::uuid
              AND (l.before - 'position' = l.after - 'position') IS NOT TRUE
        ) l
        WHERE NOT EXISTS (SELECT FROM pg_temp.undone_row u WHERE u.entity = l.entity AND u.key = l.key);
    SET CONSTRAINTS ALL IMMEDIATE;
END $$;
