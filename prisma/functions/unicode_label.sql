-- One label of a domain name, decoded if it is in Punycode (RFC 3492).
CREATE OR REPLACE FUNCTION public.unicode_label(label text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
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
