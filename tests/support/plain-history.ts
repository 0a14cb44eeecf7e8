import type { HistoryFilter } from '@/features/history/history-filter';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { fold } from '@/lib/list/search';

// The history and its filters by plain JavaScript over every line of the log.

type Line = { entity: string; recordId: string; op: 'created' | 'changed' | 'deleted'; kind: string; isWith: boolean };
type Known = {
	id: string;
	at: Date;
	undoes: string | null;
	lines: Line[];
	names: string[];
	lastNames: [string, string][];
};

const named = ['company', 'contact', 'deal', 'activity', 'follow_up', 'tag', 'field', 'saved_view'];

/** Every change set of the account with what it did, the newest first. */
export async function readHistory(lan: UserId): Promise<Known[]> {
	const sets = await db.changeSet.findMany({
		where: { userId: lan },
		include: { changes: { where: { id: { gt: 0 } }, orderBy: { id: 'asc' } } },
	});
	const present = await db.$queryRaw<{ id: string; name: string }[]>`
		SELECT id, name FROM company WHERE user_id = ${lan}::uuid UNION ALL SELECT id, name FROM contact WHERE user_id = ${lan}::uuid
		UNION ALL SELECT id, name FROM deal WHERE user_id = ${lan}::uuid UNION ALL SELECT id, subject FROM activity WHERE user_id = ${lan}::uuid
		UNION ALL SELECT id, title FROM follow_up WHERE user_id = ${lan}::uuid UNION ALL SELECT id, name FROM tag WHERE user_id = ${lan}::uuid
		UNION ALL SELECT id, name FROM field WHERE user_id = ${lan}::uuid UNION ALL SELECT id, name FROM saved_view WHERE user_id = ${lan}::uuid`;
	return sets
		.map(({ id, at, undoes, changes }) => {
			const lines = changes.map(({ entity, recordId, before, after }): Line => {
				const row = (after ?? before) as Record<string, unknown>;
				const table = entity === 'contact_point' && !row.contact_id ? 'company_point' : entity;
				const [, main] = /^(.+)_(?:point|tag|person|option|stage_change)$/.exec(table) ?? [];
				const op = before === null ? 'created' : after === null ? 'deleted' : 'changed';
				return { entity, recordId, op, kind: main ?? table, isWith: main !== undefined };
			});
			const lastNames = changes.flatMap(({ entity, recordId, before, after }): [string, string][] => {
				const row = before as Record<string, string> | null;
				if (after !== null || !row || !named.includes(entity)) return [];
				return [[recordId, row.name ?? row.subject ?? row.title ?? '']];
			});
			const names = [...lastNames.map(([, name]) => name), ...present.map(({ name }) => name)];
			return {
				id,
				at,
				undoes,
				lines,
				names,
				lastNames: [...lastNames, ...present.map((each): [string, string] => [each.id, each.name])],
			};
		})
		.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}

type Asked = Pick<HistoryFilter, 'kind' | 'action'>;

/** Whether a change did something to a kind of records. */
export function isOfKind(set: Known, { kind, action }: Asked): boolean {
	if (!kind && !action) return true;
	const lines = set.lines.filter((line) => !kind || line.kind === kind);
	if (action === 'undone') return set.undoes !== null && (!kind || lines.length > 0);
	if (action === 'changed')
		return lines.some(
			(line) =>
				(line.op === 'changed' && !line.isWith) ||
				(line.isWith && !lines.some((other) => other.kind === line.kind && !other.isWith && other.op !== 'changed')),
		);
	return lines.some((line) => !action || (line.op === action && !line.isWith));
}

/** Whether a change did something to records whose name has a word. */
export function isOfName(set: Known, all: Known[], word: string, { kind, action }: Asked): boolean {
	const ids = new Set(
		all
			.flatMap(({ lastNames }) => lastNames)
			.flatMap(([id, name]) =>
				fold(name)
					.split(/\W+/)
					.some((part) => part.startsWith(word))
					? [id]
					: [],
			),
	);
	return set.lines.some((line) => {
		if (!ids.has(line.recordId) || (kind && line.kind !== kind)) return false;
		const isMade = !line.isWith && line.op !== 'changed';
		if (action === 'undone') return set.undoes !== null;
		return !action || (action === 'changed' ? !isMade : isMade && line.op === action);
	});
}
