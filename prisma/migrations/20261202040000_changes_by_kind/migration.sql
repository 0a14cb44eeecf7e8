-- What kinds of records a change set did something to, and what, written by note_kind(). The history is filtered by it: the log's lines of a
-- kind can be a hundred thousand in one set.
CREATE TABLE "change_kind" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "change_set_id" UUID NOT NULL,

    CONSTRAINT "change_kind_pkey" PRIMARY KEY ("user_id", "kind", "op", "at", "change_set_id"),
    CONSTRAINT "change_kind_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

INSERT INTO "change_kind" (user_id, kind, op, at, change_set_id)
SELECT DISTINCT l.user_id, coalesce(l.main, l.entity), CASE WHEN l.main IS NULL THEN l.op ELSE 'with' END, s.at, s.id
FROM (
    SELECT DISTINCT l.user_id, l.change_set_id, e.entity, substring(e.entity FROM '^(.+)_(?:point|tag|person|option|stage_change)$') AS main,
        CASE WHEN l.before IS NULL THEN 'created' WHEN l.after IS NULL THEN 'deleted' ELSE 'changed' END AS op
    FROM "change_log" l CROSS JOIN LATERAL (
        SELECT CASE WHEN l.entity = 'contact_point' AND coalesce(l.after, l.before) ->> 'contact_id' IS NULL THEN 'company_point' ELSE l.entity END
    ) AS e (entity)
    WHERE l.id > 0
) l
JOIN "change_set" s ON s.user_id = l.user_id AND s.id = l.change_set_id;

-- The undos of an account by time, and the names of deleted records. Prisma does not see indexes with conditions.
CREATE INDEX "change_set_undoes_at_idx" ON "change_set" (user_id, at) WHERE "undoes" IS NOT NULL;
CREATE INDEX "change_log_deleted_name_idx" ON "change_log"
    USING GIN (public.findable(coalesce("before" ->> 'name', "before" ->> 'subject', "before" ->> 'title')) gin_trgm_ops)
    WHERE "after" IS NULL AND "entity" IN ('company', 'contact', 'deal', 'activity', 'follow_up', 'tag', 'field', 'saved_view');
