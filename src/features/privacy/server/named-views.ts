import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { Patterns } from '../term-patterns';
import type { Asks } from './known-as';

/** The saved views whose name, or whose filters, name nobody but them, or one of these records by its id. */
export async function readNamedViews(
	tx: Asks,
	userId: UserId,
	own: Patterns,
	ids: string[],
): Promise<{ id: string; name: string }[]> {
	const views = await tx.$queryRaw<{ id: string; name: string; query: string }[]>`
		SELECT id, name, query FROM saved_view WHERE user_id = ${userId}::uuid ORDER BY name`;
	const texts = views.map(({ name, query }) => [name, ...new URLSearchParams(query).values()].join('\n'));
	const named = await tx.$queryRaw<{ at: number }[]>`
		SELECT (t.at - 1)::int AS at FROM unnest(${texts}::text[]) WITH ORDINALITY AS t (text, at) WHERE t.text ~ ANY (${own.exact}::text[])`;
	const hit = new Set(named.map(({ at }) => at));
	return views
		.filter(({ query }, at) => hit.has(at) || ids.some((id) => query.includes(id)))
		.map(({ id, name }) => ({ id, name }));
}
