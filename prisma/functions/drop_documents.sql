-- Removes the documents of the records that a statement has deleted, also those that a cascade has.
CREATE OR REPLACE FUNCTION public.drop_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.search_document d USING old_rows o
    WHERE d.user_id = o.user_id AND d.kind = TG_TABLE_NAME AND d.record_id = o.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER document_delete AFTER DELETE ON public.company REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.drop_documents();
CREATE OR REPLACE TRIGGER document_delete AFTER DELETE ON public.contact REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.drop_documents();
CREATE OR REPLACE TRIGGER document_delete AFTER DELETE ON public.deal REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.drop_documents();
CREATE OR REPLACE TRIGGER document_delete AFTER DELETE ON public.activity REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION public.drop_documents();
