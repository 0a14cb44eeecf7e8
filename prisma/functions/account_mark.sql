-- The mark by which a page notices that the account's data has changed. Every page asks for it. It is a function because each
-- connection keeps its plan: planning the query took longer than running it.
CREATE OR REPLACE FUNCTION public.account_mark(owner uuid, OUT mark text, OUT working boolean)
LANGUAGE plpgsql STABLE AS $$
BEGIN
	SELECT
		md5(concat_ws(' ', u.id, u.updated_at,
			(now() AT TIME ZONE coalesce((SELECT s.time_zone FROM public.settings s WHERE s.user_id = owner), 'UTC'))::date,
			-- more change sets than are written while one of them takes its time, as an import does
			(SELECT string_agg(latest.id::text, ' ') FROM (
				SELECT c.id FROM public.change_set c WHERE c.user_id = owner ORDER BY c.id DESC LIMIT 64) latest),
			-- imports that may still be changed by what goes on in the background
			(SELECT string_agg(concat_ws(' ', latest.id, latest.status, latest.started_at, latest.finished_at), ' ') FROM (
				SELECT i.id, i.status, i.started_at, i.finished_at FROM public.data_import i
				WHERE i.user_id = owner ORDER BY i.created_at DESC, i.id DESC LIMIT 16) latest),
			(SELECT string_agg(latest.id::text, ' ') FROM (
				SELECT o.id FROM public.session o WHERE o.user_id = owner ORDER BY o.id DESC LIMIT 20) latest)
		)),
		EXISTS (SELECT FROM public.data_import i WHERE i.user_id = owner
			AND i.status IN ('checking', 'running') AND i.started_at > now() - interval '1 hour')
	INTO mark, working
	FROM public."user" u WHERE u.id = owner;
END
$$;
