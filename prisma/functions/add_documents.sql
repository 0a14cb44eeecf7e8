-- Adds the documents of the records that a statement has inserted, as these are by now. Most have none, and cost next to nothing.
-- A dump may have brought some of them before.
CREATE OR REPLACE FUNCTION public.add_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'company' THEN
        INSERT INTO public.search_document (user_id, kind, record_id, words)
            SELECT r.user_id, 'company', r.id, d.words
            FROM new_rows n JOIN public.company r ON r.user_id = n.user_id AND r.id = n.id, public.company_document(r) AS d (words)
            WHERE (n.industry IS NOT NULL OR n.address IS NOT NULL OR n.notes IS NOT NULL OR n.metadata <> '{}') AND d.words IS NOT NULL
            ON CONFLICT (user_id, kind, record_id) DO UPDATE SET words = excluded.words;
    ELSIF TG_TABLE_NAME = 'contact' THEN
        INSERT INTO public.search_document (user_id, kind, record_id, words)
            SELECT r.user_id, 'contact', r.id, d.words
            FROM new_rows n JOIN public.contact r ON r.user_id = n.user_id AND r.id = n.id, public.contact_document(r) AS d (words)
            WHERE (n.left_to IS NOT NULL OR n.notes IS NOT NULL OR n.metadata <> '{}') AND d.words IS NOT NULL
            ON CONFLICT (user_id, kind, record_id) DO UPDATE SET words = excluded.words;
    ELSIF TG_TABLE_NAME = 'deal' THEN
        INSERT INTO public.search_document (user_id, kind, record_id, words)
            SELECT r.user_id, 'deal', r.id, d.words
            FROM new_rows n JOIN public.deal r ON r.user_id = n.user_id AND r.id = n.id, public.deal_document(r) AS d (words)
            WHERE (n.lost_reason IS NOT NULL OR n.notes IS NOT NULL OR n.metadata <> '{}') AND d.words IS NOT NULL
            ON CONFLICT (user_id, kind, record_id) DO UPDATE SET words = excluded.words;
    ELSIF TG_TABLE_NAME = 'activity' THEN
        INSERT INTO public.search_document (user_id, kind, record_id, words)
            SELECT r.user_id, 'activity', r.id, d.words
            FROM new_rows n JOIN public.activity r ON r.user_id = n.user_id AND r.id = n.id, public.activity_document(r) AS d (words)
            WHERE (n.next_steps IS NOT NULL OR n.metadata <> '{}') AND d.words IS NOT NULL
            ON CONFLICT (user_id, kind, record_id) DO UPDATE SET words = excluded.words;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER document_insert AFTER INSERT ON public.company REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.add_documents();
CREATE OR REPLACE TRIGGER document_insert AFTER INSERT ON public.contact REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.add_documents();
CREATE OR REPLACE TRIGGER document_insert AFTER INSERT ON public.deal REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.add_documents();
CREATE OR REPLACE TRIGGER document_insert AFTER INSERT ON public.activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.add_documents();
