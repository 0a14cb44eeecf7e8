-- Custom fields: definitions, the options of lists, and what is searched, sorted and filtered by. The values stay in the records'
-- metadata, by the field's id. docs/data-model.md says what each part is for.
CREATE TABLE "field" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "help" TEXT,
    "place" INTEGER NOT NULL,
    "in_forms" BOOLEAN NOT NULL DEFAULT false,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "in_list" BOOLEAN NOT NULL DEFAULT false,
    "is_unique" BOOLEAN NOT NULL DEFAULT false,
    "checks" TEXT,
    "reminds" TEXT,
    "remind_days" SMALLINT,
    "preset" TEXT,
    "default_value" JSONB,
    "currency" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" SERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (lower("name")) STORED,

    CONSTRAINT "field_pkey" PRIMARY KEY ("user_id", "id"),
    CONSTRAINT "field_user_id_kind_name_key_key" UNIQUE ("user_id", "kind", "name_key") DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "field_kind_check" CHECK ("kind" IN ('company', 'contact', 'deal', 'activity')),
    CONSTRAINT "field_type_check" CHECK (
        "type" IN ('text', 'long', 'number', 'amount', 'date', 'yes', 'choice', 'choices', 'link', 'contact', 'company')
    ),
    CONSTRAINT "field_name_check" CHECK (char_length("name") BETWEEN 1 AND 80 AND btrim("name") <> ''),
    CONSTRAINT "field_help_check" CHECK (char_length("help") BETWEEN 1 AND 300),
    CONSTRAINT "field_checks_check" CHECK ("checks" = 'tax_code'),
    CONSTRAINT "field_reminds_check" CHECK (
        "reminds" IS NULL OR ("reminds" IN ('yearly', 'once') AND "type" = 'date' AND "remind_days" IS NOT NULL)
    ),
    CONSTRAINT "field_remind_days_check" CHECK ("remind_days" BETWEEN 0 AND 60),
    CONSTRAINT "field_is_unique_check" CHECK (NOT "is_unique" OR "type" IN ('text', 'number', 'link')),
    CONSTRAINT "field_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "field_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

CREATE TABLE "field_option" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL DEFAULT 'slate',
    "place" INTEGER NOT NULL,
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (lower("name")) STORED,

    CONSTRAINT "field_option_pkey" PRIMARY KEY ("user_id", "id"),
    CONSTRAINT "field_option_user_id_field_id_name_key_key" UNIQUE ("user_id", "field_id", "name_key") DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "field_option_name_check" CHECK (char_length("name") BETWEEN 1 AND 80 AND btrim("name") <> ''),
    CONSTRAINT "field_option_user_id_field_id_fkey" FOREIGN KEY ("user_id", "field_id") REFERENCES "field"("user_id", "id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

-- Derived from metadata by triggers. A field with values cannot go: whoever deletes one empties the records first, and the undo of
-- its creation is refused.
CREATE TABLE "field_value" (
    "user_id" UUID NOT NULL,
    "field_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL DEFAULT 0,
    "text_key" TEXT COLLATE "C",
    "num" DECIMAL(21,6),
    "currency" TEXT NOT NULL DEFAULT '',
    "day" DATE,
    "yearly" SMALLINT,
    "ref" UUID,
    "match_key" TEXT COLLATE "C",

    CONSTRAINT "field_value_pkey" PRIMARY KEY ("user_id", "field_id", "record_id", "place"),
    CONSTRAINT "field_value_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "field_value_user_id_field_id_fkey" FOREIGN KEY ("user_id", "field_id") REFERENCES "field"("user_id", "id")
        ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

-- The migration of the pairs that records had until now, each under its own name. A change of the form in which values are kept is
-- no change of the records.
ALTER TABLE "company" DISABLE TRIGGER USER;
ALTER TABLE "contact" DISABLE TRIGGER USER;
ALTER TABLE "deal" DISABLE TRIGGER USER;
ALTER TABLE "activity" DISABLE TRIGGER USER;

-- Every state with pairs that a record has, or had by the log: an undo compares with the latter, so both are brought into the new form.
CREATE TEMP TABLE loose_state ON COMMIT DROP AS
    SELECT 'company' AS kind, "user_id", "id", NULL::bigint AS log_id, NULL::text AS side, "metadata" FROM "company" WHERE "metadata" <> '{}'
    UNION ALL SELECT 'contact', "user_id", "id", NULL, NULL, "metadata" FROM "contact" WHERE "metadata" <> '{}'
    UNION ALL SELECT 'deal', "user_id", "id", NULL, NULL, "metadata" FROM "deal" WHERE "metadata" <> '{}'
    UNION ALL SELECT 'activity', "user_id", "id", NULL, NULL, "metadata" FROM "activity" WHERE "metadata" <> '{}'
    UNION ALL SELECT l."entity", l."user_id", l."record_id", l."id", s.side, s.logged -> 'metadata'
    FROM "change_log" l CROSS JOIN LATERAL (VALUES ('before', l."before"), ('after', l."after")) AS s(side, logged)
    WHERE l."entity" IN ('company', 'contact', 'deal', 'activity') AND jsonb_typeof(s.logged -> 'metadata') = 'object'
      AND s.logged -> 'metadata' <> '{}';

CREATE TEMP TABLE loose_pair ON COMMIT DROP AS
    SELECT s.kind, s.user_id, s.id, s.log_id, s.side, e.key, coalesce(e.value, '') AS value
    FROM loose_state s CROSS JOIN LATERAL jsonb_each_text(s.metadata) AS e(key, value);

-- What a name is shown as: in one Unicode form, on one line, and never empty. Names that differ in case only are one field.
CREATE TEMP TABLE loose_name ON COMMIT DROP AS
    SELECT k.*, lower(k.name) AS name_key FROM (
        SELECT p.kind, p.user_id, p.key, count(*) FILTER (WHERE p.log_id IS NULL) AS uses,
            bool_or(p.value ~ '[\n\r]' OR char_length(p.value) > 2000) AS is_long,
            coalesce(nullif(btrim(regexp_replace(normalize(p.key, NFC), '[\s\u0001-\u001f\u007f-\u00a0\u2028\u2029\u3000]+', ' ', 'g')), ''), 'Field') AS name
        FROM loose_pair p GROUP BY p.kind, p.user_id, p.key
    ) k;
CREATE INDEX ON loose_name (user_id, kind, key);
ANALYZE loose_pair;
ANALYZE loose_name;

-- Unless one state has two of them with different values: then each spelling is a field of its own.
CREATE TEMP TABLE loose_clash ON COMMIT DROP AS
    SELECT DISTINCT n.kind, n.user_id, n.name_key
    FROM loose_pair p JOIN loose_name n ON (n.user_id, n.kind, n.key) = (p.user_id, p.kind, p.key)
    WHERE (n.user_id, n.kind, n.name_key) IN (SELECT o.user_id, o.kind, o.name_key FROM loose_name o GROUP BY 1, 2, 3 HAVING count(*) > 1)
    GROUP BY n.kind, n.user_id, n.name_key, p.id, p.log_id, p.side HAVING count(DISTINCT p.value) > 1;

-- The fields to be made, the most used first. Of the 200 of a kind, those beyond 199 are one field, with a line for each.
CREATE TEMP TABLE loose_field ON COMMIT DROP AS
    SELECT f.*, gen_random_uuid() AS id, count(*) FILTER (WHERE f.uses > 0) OVER (PARTITION BY f.user_id, f.kind) AS used,
        row_number() OVER (PARTITION BY f.user_id, f.kind ORDER BY f.uses DESC, f.name_key COLLATE "C", f.first_key COLLATE "C") AS place
    FROM (
        SELECT n.kind, n.user_id, n.name_key, array_agg(n.key) AS keys, sum(n.uses) AS uses, bool_or(n.is_long) AS is_long,
            min(n.key COLLATE "C") AS first_key, (array_agg(n.name ORDER BY n.uses DESC, n.key COLLATE "C"))[1] AS name
        FROM loose_name n LEFT JOIN loose_clash c ON (c.user_id, c.kind, c.name_key) = (n.user_id, n.kind, n.name_key)
        GROUP BY n.kind, n.user_id, n.name_key, CASE WHEN c.name_key IS NOT NULL THEN n.key END
    ) f;

-- Where each key goes: to a field, into the lines of the one field for the rest or, of keys that only the log knows, nowhere.
CREATE TEMP TABLE loose_target (user_id uuid, kind text, key text, field_id uuid, is_line boolean) ON COMMIT DROP;

DO $$
DECLARE
    made record;
    base text;
    called text;
    rest uuid;
    n int;
BEGIN
    FOR made IN SELECT f.* FROM loose_field f ORDER BY f.user_id, f.kind, f.place LOOP
        IF made.place > (CASE WHEN made.used > 200 THEN 199 ELSE 200 END) THEN
            CONTINUE;
        END IF;
        base := btrim(left(made.name, 80));
        called := base;
        n := 1;
        WHILE EXISTS (SELECT FROM "field" f WHERE f.user_id = made.user_id AND f.kind = made.kind AND f.name_key = lower(called)) LOOP
            n := n + 1;
            called := btrim(left(base, 80 - char_length(format(' (%s)', n)))) || format(' (%s)', n);
        END LOOP;
        INSERT INTO "field" (user_id, id, kind, type, name, help, place, archived_at) VALUES (
            made.user_id, made.id, made.kind, CASE WHEN made.is_long THEN 'long' ELSE 'text' END, called,
            CASE WHEN char_length(made.name) > 80 THEN left(made.name, 300) END, made.place, CASE WHEN made.uses = 0 THEN now() END
        );
        INSERT INTO loose_target SELECT made.user_id, made.kind, k, made.id, false FROM unnest(made.keys) AS k;
    END LOOP;
    FOR made IN SELECT f.user_id, f.kind FROM loose_field f WHERE f.used > 200 GROUP BY 1, 2 LOOP
        rest := gen_random_uuid();
        called := 'Other details';
        n := 1;
        WHILE EXISTS (SELECT FROM "field" f WHERE f.user_id = made.user_id AND f.kind = made.kind AND f.name_key = lower(called)) LOOP
            n := n + 1;
            called := format('Other details (%s)', n);
        END LOOP;
        INSERT INTO "field" (user_id, id, kind, type, name, place) VALUES (made.user_id, rest, made.kind, 'long', called, 200);
        INSERT INTO loose_target SELECT f.user_id, f.kind, k, rest, true FROM loose_field f CROSS JOIN LATERAL unnest(f.keys) AS k
        WHERE f.user_id = made.user_id AND f.kind = made.kind AND f.place > 199 AND f.uses > 0;
    END LOOP;
END $$;
CREATE INDEX ON loose_target (user_id, kind, key);
ANALYZE loose_target;

-- Each state in its new form: texts by ids.
CREATE TEMP TABLE new_state ON COMMIT DROP AS
    SELECT v.kind, v.user_id, v.id, v.log_id, v.side, jsonb_object_agg(v.new_key, v.value) AS metadata FROM (
        SELECT p.kind, p.user_id, p.id, p.log_id, p.side, coalesce(t.field_id::text, p.key) AS new_key, CASE
            WHEN bool_or(t.is_line) THEN string_agg(p.key || ': ' || p.value, E'\n' ORDER BY p.key COLLATE "C")
            ELSE min(p.value)
        END AS value
        FROM loose_pair p LEFT JOIN loose_target t ON (t.user_id, t.kind, t.key) = (p.user_id, p.kind, p.key)
        GROUP BY 1, 2, 3, 4, 5, 6
    ) v GROUP BY 1, 2, 3, 4, 5;
CREATE INDEX ON new_state (log_id, side);
ANALYZE new_state;

UPDATE "company" r SET "metadata" = n.metadata FROM new_state n WHERE n.log_id IS NULL AND n.kind = 'company' AND (r."user_id", r."id") = (n.user_id, n.id);
UPDATE "contact" r SET "metadata" = n.metadata FROM new_state n WHERE n.log_id IS NULL AND n.kind = 'contact' AND (r."user_id", r."id") = (n.user_id, n.id);
UPDATE "deal" r SET "metadata" = n.metadata FROM new_state n WHERE n.log_id IS NULL AND n.kind = 'deal' AND (r."user_id", r."id") = (n.user_id, n.id);
UPDATE "activity" r SET "metadata" = n.metadata FROM new_state n WHERE n.log_id IS NULL AND n.kind = 'activity' AND (r."user_id", r."id") = (n.user_id, n.id);
UPDATE "change_log" l SET "before" = jsonb_set(l."before", '{metadata}', n.metadata) FROM new_state n
    WHERE n.side = 'before' AND (l."user_id", l."id") = (n.user_id, n.log_id);
UPDATE "change_log" l SET "after" = jsonb_set(l."after", '{metadata}', n.metadata) FROM new_state n
    WHERE n.side = 'after' AND (l."user_id", l."id") = (n.user_id, n.log_id);

INSERT INTO "field_value" ("user_id", "field_id", "record_id", "text_key")
    SELECT n.user_id, f."id", n.id, public.fold(e.value)
    FROM new_state n CROSS JOIN LATERAL jsonb_each_text(n.metadata) AS e(key, value)
    JOIN "field" f ON f."user_id" = n.user_id AND f."kind" = n.kind AND f."id"::text = e.key
    WHERE n.log_id IS NULL AND e.value <> '';

ALTER TABLE "company" ENABLE TRIGGER USER;
ALTER TABLE "contact" ENABLE TRIGGER USER;
ALTER TABLE "deal" ENABLE TRIGGER USER;
ALTER TABLE "activity" ENABLE TRIGGER USER;

-- Entries of an index have a limit of size, so texts are sorted by their beginning. Prisma does not see the indexes with conditions.
CREATE INDEX "field_value_text_idx" ON "field_value"("user_id", "field_id", (left("text_key", 100)), "record_id") WHERE "text_key" IS NOT NULL;
CREATE INDEX "field_value_num_idx" ON "field_value"("user_id", "field_id", "currency", "num", "record_id") WHERE "num" IS NOT NULL;
CREATE INDEX "field_value_day_idx" ON "field_value"("user_id", "field_id", "day", "record_id") WHERE "day" IS NOT NULL;
CREATE INDEX "field_value_ref_idx" ON "field_value"("user_id", "field_id", "ref", "record_id") WHERE "ref" IS NOT NULL;
CREATE INDEX "field_value_match_idx" ON "field_value"("user_id", "field_id", "match_key") WHERE "match_key" IS NOT NULL;
CREATE INDEX "field_value_yearly_idx" ON "field_value"("user_id", "field_id", "yearly") WHERE "yearly" IS NOT NULL;
CREATE INDEX "field_value_text_key_idx" ON "field_value" USING GIN ("text_key" gin_trgm_ops);
-- A field belongs to one account: without this the planner would multiply the shares of both.
CREATE STATISTICS "field_value_fields" (ndistinct, dependencies) ON "user_id", "field_id" FROM "field_value";
ANALYZE "field_value";
