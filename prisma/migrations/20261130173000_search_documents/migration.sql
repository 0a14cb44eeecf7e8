-- Everything that a record is found by beyond its `search`, as a document of words: notes, addresses, next steps, lost reasons and
-- custom fields. It stands beside the records, so that a change of a long text writes no index of its record's table.
CREATE TABLE "search_document" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("user_id", "kind", "record_id"),
    CONSTRAINT "search_document_kind_check" CHECK ("kind" IN ('company', 'contact', 'deal', 'activity')),
    CONSTRAINT "search_document_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id")
        ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

-- The id that a text is, or null.
CREATE OR REPLACE FUNCTION public.written_id(value text) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN value::uuid END;

-- The words of a text as a document keeps them, folded and without punctuation: each word, each pair of neighbours after a quotation
-- mark, by which a phrase is found, and what is written with apostrophes, hyphens or periods also as one word, as findable() has it.
-- A text that is longer than any that the application takes is cut, because PostgreSQL refuses a document of more than 1 MB.
CREATE OR REPLACE FUNCTION public.search_words(value text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    folded constant text := left(public.fold(public.unicode_domains(value)), 50000);
    own constant text[] := string_to_array(public.plain_words(folded), ' ');
BEGIN
    RETURN ARRAY(SELECT left(w, 60) FROM unnest(own) AS w WHERE w <> '')
        || ARRAY(SELECT '"' || left(w, 60) || ' ' || left(after, 60) FROM unnest(own, own[2:]) AS u (w, after) WHERE w <> '' AND after <> '')
        -- of what has one of these signs between letters, the whole without them
        || ARRAY(
            SELECT left(w, 60) FROM (
                SELECT unnest(string_to_array(public.plain_words(replace(replace(replace(string_agg(t, ' '), '''', ''), '-', ''), '.', '')), ' ')) AS w
                FROM string_to_table(replace(folded, E'\n', ' '), ' ') AS t WHERE t ~ '[^''.-][''.-][^''.-]'
            ) joined WHERE w <> '');
END $$;

-- The numbers of a text as a document keeps them: the digits of each, whatever stands between them, from each of its digits on
-- to the last, after a number sign. So a number is found by any part of it that has four digits, as the beginning of one of these.
CREATE OR REPLACE FUNCTION public.search_numbers(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(
    SELECT '#' || substr(run, n) FROM (
        SELECT left(public.digits(found[1]), 24) AS run
        FROM regexp_matches(left(value, 100000), '[0-9][0-9 .()/-]*', 'g') AS found
        WHERE length(found[1]) > 3 LIMIT 50
    ) runs, generate_series(1, length(run) - 3) AS n
);

-- The further emails, phones and links of a record, as keep_further_points() copies them, one a line.
CREATE OR REPLACE FUNCTION public.search_points(further_points jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    -- most records have none
    IF further_points IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT string_agg(point ->> 1, E'\n') FROM jsonb_array_elements(further_points) AS point);
END $$;

-- The texts and numbers of a record's metadata, one a line; the ids of options, contacts and companies are left out, which are found by
-- their names.
CREATE OR REPLACE FUNCTION public.search_values(metadata jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    -- most records have none
    IF metadata = '{}' THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT string_agg(given #>> '{}', E'\n')
        FROM jsonb_path_query(metadata, 'strict $.** ? (@.type() == "string" || @.type() == "number")') AS given
        WHERE public.written_id(given #>> '{}') IS NULL
    );
END $$;

-- A document of the words of all of a record's texts and of the numbers of some. It has no positions: each word is there once.
CREATE OR REPLACE FUNCTION public.search_lexemes(texts text, numbers text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(coalesce(public.search_words(texts), '{}') || coalesce(public.search_numbers(numbers), '{}'));

-- What a company is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.company_document(r public.company) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.industry IS NULL AND r.address IS NULL AND r.notes IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.name, r.industry, r.address, public.search_values(r.metadata), r.notes);
    RETURN public.search_lexemes(concat_ws(E'\n', r.website, r.email, r.phone, public.search_points(r.further_points), written), written);
END $$;

-- What a contact is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.contact_document(r public.contact) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.left_to IS NULL AND r.notes IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.name, r.job_title, r.left_to, public.search_values(r.metadata), r.notes);
    RETURN public.search_lexemes(concat_ws(E'\n', r.company_key, r.email, r.phone, public.search_points(r.further_points), written), written);
END $$;

-- What a deal is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.deal_document(r public.deal) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.lost_reason IS NULL AND r.notes IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.name, r.lost_reason, public.search_values(r.metadata), r.notes);
    RETURN public.search_lexemes(concat_ws(E'\n', r.company_key, r.contact_key, r.other_people, written), written);
END $$;

-- What an activity is found by, as a document; null where it has no text beyond its `search`.
CREATE OR REPLACE FUNCTION public.activity_document(r public.activity) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text;
BEGIN
    IF r.next_steps IS NULL AND r.metadata = '{}' THEN
        RETURN NULL;
    END IF;
    written := concat_ws(E'\n', r.subject, r.outcome, r.next_steps, public.search_values(r.metadata), r.description);
    RETURN public.search_lexemes(written, written);
END $$;

-- What a follow-up is found by.
CREATE OR REPLACE FUNCTION public.follow_up_search(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(title);

-- The numbers of all metadata values that could be a phone number. An id is none, whatever digits it has.
CREATE OR REPLACE FUNCTION public.metadata_digits(metadata jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF metadata = '{}' THEN
        RETURN '';
    END IF;
    RETURN (
        SELECT coalesce(string_agg(public.phone_numbers(entry.value), ' ' ORDER BY entry.key), '')
        FROM jsonb_each_text(metadata) AS entry
        WHERE length(public.digits(entry.value)) BETWEEN 7 AND 15 AND public.written_id(entry.value) IS NULL
    );
END $$;

INSERT INTO "search_document" ("user_id", "kind", "record_id", "words")
    SELECT n.user_id, 'company', n.id, public.company_document(n) FROM "company" n
    WHERE n.industry IS NOT NULL OR n.address IS NOT NULL OR n.notes IS NOT NULL OR n.metadata <> '{}';
INSERT INTO "search_document" ("user_id", "kind", "record_id", "words")
    SELECT n.user_id, 'contact', n.id, public.contact_document(n) FROM "contact" n
    WHERE n.left_to IS NOT NULL OR n.notes IS NOT NULL OR n.metadata <> '{}';
INSERT INTO "search_document" ("user_id", "kind", "record_id", "words")
    SELECT n.user_id, 'deal', n.id, public.deal_document(n) FROM "deal" n
    WHERE n.lost_reason IS NOT NULL OR n.notes IS NOT NULL OR n.metadata <> '{}';
INSERT INTO "search_document" ("user_id", "kind", "record_id", "words")
    SELECT n.user_id, 'activity', n.id, public.activity_document(n) FROM "activity" n
    WHERE n.next_steps IS NOT NULL OR n.metadata <> '{}';

-- One index for each kind, so that a common word of one is not looked up for another. The list of what is not sorted in yet stays
-- short, because every search reads it.
CREATE INDEX "search_document_company_idx" ON "search_document" USING GIN ("words") WITH (gin_pending_list_limit = 256) WHERE "kind" = 'company';
CREATE INDEX "search_document_contact_idx" ON "search_document" USING GIN ("words") WITH (gin_pending_list_limit = 256) WHERE "kind" = 'contact';
CREATE INDEX "search_document_deal_idx" ON "search_document" USING GIN ("words") WITH (gin_pending_list_limit = 256) WHERE "kind" = 'deal';
CREATE INDEX "search_document_activity_idx" ON "search_document" USING GIN ("words") WITH (gin_pending_list_limit = 256) WHERE "kind" = 'activity';

ALTER TABLE "follow_up" ADD COLUMN "search" TEXT GENERATED ALWAYS AS (public.follow_up_search("title")) STORED;
CREATE INDEX "follow_up_search_idx" ON "follow_up" USING GIN ("search" gin_trgm_ops);

-- The ids of options and records in custom fields were taken for numbers that contacts are found by.
ALTER TABLE "contact" DISABLE TRIGGER USER;
UPDATE "contact" SET "metadata" = "metadata" WHERE "metadata"::text ~ '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"[,}\]]';
ALTER TABLE "contact" ENABLE TRIGGER USER;
