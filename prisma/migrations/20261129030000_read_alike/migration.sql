-- What is written in several ways is found by each of them: phone numbers, names with apostrophes, hyphens and dots,
-- domains outside ASCII. docs/data-model.md says what each part is for.

-- The label of a domain name that is written in Punycode (RFC 3492), as it is read; anything else as it is.
CREATE FUNCTION public.unicode_label(label text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    bare text := substr(label, 5);
    hyphen integer := length(substr(label, 5)) - strpos(reverse(substr(label, 5)), '-') + 1;
    letters integer[] := '{}';
    code integer := 128;
    place integer := 0;
    bias integer := 72;
    at integer := 1;
    first integer;
    weight integer;
    threshold integer;
    step integer;
    digit integer;
    delta integer;
BEGIN
    -- no label of a domain is longer, so that nothing below can run over
    IF length(label) > 63 OR label !~* '^xn--[a-z0-9-]+$' THEN
        RETURN label;
    END IF;
    IF strpos(bare, '-') > 0 THEN
        SELECT array_agg(ascii(letter) ORDER BY n) INTO letters
        FROM regexp_split_to_table(left(bare, hyphen - 1), '') WITH ORDINALITY AS l (letter, n)
        WHERE letter <> '';
        letters := coalesce(letters, '{}');
        at := hyphen + 1;
    END IF;
    WHILE at <= length(bare) LOOP
        first := place;
        weight := 1;
        step := 36;
        LOOP
            digit := strpos('abcdefghijklmnopqrstuvwxyz0123456789', lower(substr(bare, at, 1))) - 1;
            IF at > length(bare) OR digit < 0 OR digit > (2147483647 - place) / weight THEN
                RETURN label;
            END IF;
            at := at + 1;
            place := place + digit * weight;
            threshold := least(greatest(step - bias, 1), 26);
            EXIT WHEN digit < threshold;
            IF weight > 2147483647 / 36 THEN
                RETURN label;
            END IF;
            weight := weight * (36 - threshold);
            step := step + 36;
        END LOOP;
        delta := place - first;
        delta := CASE WHEN first = 0 THEN delta / 700 ELSE delta / 2 END;
        delta := delta + delta / (cardinality(letters) + 1);
        bias := 0;
        WHILE delta > 455 LOOP
            delta := delta / 35;
            bias := bias + 36;
        END LOOP;
        bias := bias + 36 * delta / (delta + 38);
        code := code + place / (cardinality(letters) + 1);
        place := place % (cardinality(letters) + 1);
        IF code > 1114111 OR code BETWEEN 55296 AND 57343 THEN
            RETURN label;
        END IF;
        letters := letters[1:place] || code || letters[place + 1:];
        place := place + 1;
    END LOOP;
    RETURN coalesce((SELECT string_agg(chr(letter), '' ORDER BY n) FROM unnest(letters) WITH ORDINALITY AS l (letter, n)), label);
END $$;

-- A text with its domains as they are read. Nearly no text has any in Punycode, which plpgsql finds out at once.
CREATE FUNCTION public.unicode_domains(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF value NOT LIKE '%xn--%' AND value NOT LIKE '%XN--%' THEN
        RETURN value;
    END IF;
    RETURN (
        SELECT string_agg(public.unicode_label(part[1]) || coalesce(part[2], ''), '' ORDER BY n)
        FROM regexp_matches(value, '([^.@/:\s]*)([.@/:\s]+|$)', 'g') WITH ORDINALITY AS p (part, n)
    );
END $$;

-- An email address as it is compared and sorted by, whatever its capitals and whether its domain is in Punycode.
CREATE FUNCTION public.written_email(email text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unicode_domains(email));

-- A text as a search compares it: folded, its domains as they are read, and without what names are written with or
-- without: apostrophes, hyphens, dots. fold() makes plain ones of those that languages and word processors have.
CREATE FUNCTION public.findable(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(public.fold(public.unicode_domains(value)), '''', ''), '-', ''), '.', '');

-- The LIKE pattern of what holds a word; null, which nothing is like, for a word of nothing but such signs.
CREATE OR REPLACE FUNCTION public.holds(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '%' || nullif(regexp_replace(public.findable(word), '([\\%_])', '\\\1', 'g'), '') || '%';

-- One phone number as it is searched for: its digits, and of one that names its country 00, the country's code, and the
-- digits behind it without the 0 that only callers within that country dial. Some countries have no such 0.
CREATE FUNCTION public.phone_digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN phone ~ '^[^0-9+]*(\+|0[^0-9]*0)' THEN '00' || regexp_replace(
        regexp_replace(public.digits(replace(phone, '(0)', '')), '^00', ''),
        '^(?!39|378|22[579]|24[12])(1|7|2(?:0|7|[1-689][0-9])|3(?:[0-469]|[578][0-9])|4(?:[013-9]|2[0-9])|5(?:[1-8]|[09][0-9])|6(?:[0-6]|[7-9][0-9])|8(?:[1246]|[035789][0-9])|9(?:[0-58]|[679][0-9]))0+',
        '\1'
    )
    ELSE public.digits(phone)
END;

-- What stands in a field for phone numbers, number by number, an extension as one more; where they are several, all
-- digits besides, because what looks like the end of a number may stand within it.
CREATE FUNCTION public.phone_numbers(phone text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF phone IS NULL THEN
        RETURN '';
    END IF;
    -- most fields hold one number
    IF phone ~ '^[0-9+(). -]*[0-9][0-9+(). -]*$' THEN
        RETURN public.phone_digits(phone);
    END IF;
    RETURN (
        SELECT coalesce(string_agg(public.phone_digits(part), ' ' ORDER BY n), '')
            || CASE WHEN count(*) > 1 THEN ' ' || public.digits(phone) ELSE '' END
        FROM regexp_split_to_table(public.fold(phone), '[^0-9+().\s\u00a0\u2009\u202f-]+') WITH ORDINALITY AS p (part, n)
        WHERE part ~ '[0-9]'
    );
END $$;

-- What a phone number is compared by: the first number of its field.
CREATE FUNCTION public.phone_key(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN split_part(public.phone_numbers(phone), ' ', 1);

-- Every metadata value that could be a phone number.
CREATE OR REPLACE FUNCTION public.metadata_digits(metadata jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF metadata = '{}' THEN
        RETURN '';
    END IF;
    RETURN (
        SELECT coalesce(string_agg(public.phone_numbers(entry.value), ' ' ORDER BY entry.key), '')
        FROM jsonb_each_text(metadata) AS entry
        WHERE length(public.digits(entry.value)) BETWEEN 7 AND 15
    );
END $$;

-- What each record is found by. A number stands behind a space, so that its first digits can be asked for.
CREATE OR REPLACE FUNCTION public.company_search(name text, website text, email text, phone text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || coalesce(website, '') || ' ' || coalesce(email, '')) || ' ' || public.phone_numbers(phone);

CREATE OR REPLACE FUNCTION public.contact_search(name text, job_title text, email text, company_key text, phone text, metadata jsonb)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || coalesce(job_title, '') || ' ' || coalesce(email, '') || ' ' || company_key)
    || ' ' || public.phone_numbers(phone) || ' ' || public.metadata_digits(metadata);

CREATE OR REPLACE FUNCTION public.deal_search(name text, company_key text, contact_key text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(name || ' ' || company_key || ' ' || coalesce(contact_key, ''));

CREATE OR REPLACE FUNCTION public.activity_search(subject text, description text, outcome text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN public.findable(subject || ' ' || coalesce(description, '') || ' ' || coalesce(outcome, ''));

-- A generated column keeps what its function said when the row was written, so each is made once more.
ALTER TABLE "company" DROP COLUMN "search",
    ADD COLUMN "search" TEXT GENERATED ALWAYS AS (public.company_search("name", "website", "email", "phone")) STORED;
ALTER TABLE "contact" DROP COLUMN "search", DROP COLUMN "email_key",
    ADD COLUMN "email_key" TEXT COLLATE "C" GENERATED ALWAYS AS (public.written_email("email")) STORED,
    ADD COLUMN "search" TEXT GENERATED ALWAYS AS (public.contact_search("name", "job_title", "email", "company_key", "phone", "metadata")) STORED;
ALTER TABLE "deal" DROP COLUMN "search",
    ADD COLUMN "search" TEXT GENERATED ALWAYS AS (public.deal_search("name", "company_key", "contact_key")) STORED;
ALTER TABLE "activity" DROP COLUMN "search",
    ADD COLUMN "search" TEXT GENERATED ALWAYS AS (public.activity_search("subject", "description", "outcome")) STORED;
CREATE INDEX "company_search_idx" ON "company" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "contact_search_idx" ON "contact" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "contact_user_id_email_key_id_idx" ON "contact"("user_id", "email_key", "id");
CREATE INDEX "deal_search_idx" ON "deal" USING GIN ("search" gin_trgm_ops);
CREATE INDEX "activity_search_idx" ON "activity" USING GIN ("search" gin_trgm_ops);

-- Duplicates of a phone number are asked for by all that it can be compared by.
DROP INDEX "company_phone_core_idx", "contact_phone_core_idx";
DROP FUNCTION public.phone_core(text);
CREATE INDEX "company_phone_key_idx" ON "company"("user_id", public.phone_key("phone"));
CREATE INDEX "contact_phone_key_idx" ON "contact"("user_id", public.phone_key("phone"));
