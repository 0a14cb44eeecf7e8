-- A company's folded name without its legal form. Vietnamese forms are removed from both ends, others from the end only, so
-- "Cong ty TNHH Binh Minh" and "Binh Minh Co., Ltd" are equal. A name that is nothing but legal forms is kept whole.
CREATE OR REPLACE FUNCTION public.company_core(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
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
