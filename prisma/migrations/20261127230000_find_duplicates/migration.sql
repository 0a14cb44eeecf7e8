-- Records that are probably there already. docs/data-model.md says what each part is for.

-- The words of a folded name, in ASCII and general punctuation replaced by single spaces; "J.S.C." is one word. The
-- characters are listed, because what a class such as [:alnum:] holds differs from server to server.
CREATE FUNCTION public.plain_words(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(
    regexp_replace(folded COLLATE "C", '(\m[a-z])\.(?=[a-z](\.|\M))', '\1', 'g'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'
));

-- A company's folded name without legal forms, Vietnamese ones before and behind, others behind. "Cong ty TNHH Binh Minh"
-- and "Binh Minh Co., Ltd" are the same; of a name that is nothing but legal forms, all is kept.
CREATE FUNCTION public.company_core(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN coalesce(
    nullif(btrim(regexp_replace(
        regexp_replace(
            ' ' || public.plain_words(folded) || ' ',
            '^ ((((tong )?cong ty|cty)( co phan| cp| hop danh)?|ctcp|tnhh|trach nhiem huu han|mtv|(mot|hai|1|2) thanh vien( tro len)?|jsc|doanh nghiep tu nhan|dntn|hop tac xa|htx|ho kinh doanh|hkd) )+',
            ' '
        ),
        '( (ltd|limited|co|company|corp|corporation|inc|incorporated|llc|llp|plc|jsc|joint stock|gmbh|mbh|ag|kg|ug|pte|pty|sarl|sdn|bhd|ctcp|(cong ty|cty)( co phan| cp)?|tnhh|trach nhiem huu han|mtv|(mot|hai|1|2) thanh vien))+ $',
        ''
    )), ''),
    public.plain_words(folded)
);

-- The digits of a phone number without what only a call from elsewhere needs: "+84 901 234 567" and "0901.234.567" are
-- the same.
CREATE FUNCTION public.phone_core(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(public.digits(phone), '^0*(84(?=[0-9]{9}))?0*', '');

-- The domain of a website as it is stored, without www., and that of an email address.
CREATE FUNCTION public.web_domain(website text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substring(website FROM '^https?://(?:www\.)?([^/:?#]+)');

CREATE FUNCTION public.mail_domain(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN nullif(split_part(lower(email), '@', 2), '');

-- Asked with every pause in typing something new; Prisma does not see them.
CREATE INDEX "company_core_idx" ON "company"("user_id", public.company_core("name_key"));
CREATE INDEX "company_web_domain_idx" ON "company"("user_id", public.web_domain("website"));
CREATE INDEX "company_mail_domain_idx" ON "company"("user_id", public.mail_domain("email"));
CREATE INDEX "company_phone_core_idx" ON "company"("user_id", public.phone_core("phone"));
CREATE INDEX "contact_phone_core_idx" ON "contact"("user_id", public.phone_core("phone"));
