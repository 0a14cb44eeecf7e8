import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { $Enums, Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import type { DocumentKind } from '@/lib/list/document-sql';
import { fold } from '@/lib/list/search';
import type { SearchCondition } from '@/lib/list/search-query';
import { knownTimeZone } from '@/lib/locale';
import { kindWords, type SearchedKind, searchedKinds } from './searched-kinds';

type OfKinds = Partial<Record<SearchedKind, Prisma.Sql>>;

/**
 * What a search's operators ask of the rows of each kind; a kind that is missing is not searched. Those whose value is nothing that
 * there is are in `unknown`, and then no kind is searched.
 */
export type KindConditions = { of: OfKinds; unknown: SearchCondition[] };

/** What a condition is made with: the alias of the rows, the account's tags, and its day. */
type Context = { alias: string; tags: { id: string; name: string }[]; today: string };
type Column = (name: string) => Prisma.Sql;

const isOpenDeal = (column: Column) => Prisma.sql`${column('stage')} NOT IN ('closed_won', 'closed_lost')`;

/** What `is:…` asks of each kind that it can be said of. */
const states: Record<string, (column: Column, today: string) => OfKinds> = {
	open: (column) => ({ deal: isOpenDeal(column), follow_up: Prisma.sql`${column('done_at')} IS NULL` }),
	won: (column) => ({ deal: Prisma.sql`${column('stage')} = 'closed_won'` }),
	lost: (column) => ({ deal: Prisma.sql`${column('stage')} = 'closed_lost'` }),
	overdue: (column, today) => ({
		deal: Prisma.sql`(${isOpenDeal(column)} AND ${column('expected_close_on')} < ${today}::date)`,
		follow_up: Prisma.sql`(${column('done_at')} IS NULL AND ${column('due_on')} < ${today}::date)`,
	}),
	done: (column) => ({ follow_up: Prisma.sql`${column('done_at')} IS NOT NULL` }),
	decider: (column) => ({ contact: Prisma.sql`${column('authority_rank')} < 4` }),
	left: (column) => ({ contact: Prisma.sql`${column('left_on')} IS NOT NULL` }),
};

/** What the operators of a search ask of the rows of each kind, which have an alias. */
export async function conditionsOf(
	userId: UserId,
	conditions: SearchCondition[],
	alias: string,
): Promise<KindConditions> {
	const has = (...operators: string[]) => conditions.some(({ operator }) => operators.includes(operator));
	const tags = has('tag')
		? await read<{ id: string; name: string }[]>`SELECT id, name FROM tag WHERE user_id = ${userId}::uuid`
		: [];
	const [settings] = has('is')
		? await readPrepared<{ timeZone: string }[]>`
			SELECT time_zone AS "timeZone" FROM settings WHERE user_id = ${userId}::uuid`
		: [];
	const today = dayIn(new Date(), knownTimeZone(settings?.timeZone));
	return conditionsIn(conditions, { alias, tags, today });
}

/**
 * ` AND …` for what the operators of a search in a list ask of its rows: nothing fits a value that is not there, or that cannot be said
 * of the kind.
 */
export const listOperators = (userId: UserId, kind: DocumentKind, alias: string) => async (asked: SearchCondition[]) =>
	(await conditionsOf(userId, asked, alias)).of[kind] ?? Prisma.sql`AND false`;

/** Stages and kinds that are named several times are either one or the other; everything else has to hold at once. */
function conditionsIn(conditions: SearchCondition[], context: Context): KindConditions {
	const column: Column = (name) => Prisma.raw(`${context.alias}.${name}`);
	const unknown: SearchCondition[] = [];
	const asked: { ofKinds: OfKinds; refused: boolean }[] = [];
	const either = { stage: new Map<boolean, string[]>(), in: new Map<boolean, SearchedKind[]>() };
	const note = <Value>(into: Map<boolean, Value[]>, refused: boolean, values: Value[]) =>
		into.set(refused, [...(into.get(refused) ?? []), ...values]);
	for (const condition of conditions) {
		const { operator, value, refused } = condition;
		const found = readers[operator](value, context, column);
		if (found === null) unknown.push(condition);
		else if ('stages' in found) note(either.stage, refused, found.stages);
		else if ('kinds' in found) note(either.in, refused, found.kinds);
		else asked.push({ ofKinds: found.ofKinds, refused });
	}
	for (const [refused, stages] of either.stage)
		asked.push({ ofKinds: { deal: Prisma.sql`${column('stage')}::text = ANY (${stages}::text[])` }, refused });
	const of: OfKinds = {};
	for (const kind of searchedKinds) {
		const isNamed = !either.in.get(true)?.includes(kind) && (either.in.get(false)?.includes(kind) ?? true);
		// a condition that cannot be said of a kind leaves it out, unless it is refused
		const said = asked.every(({ ofKinds, refused }) => refused || ofKinds[kind]);
		if (!isNamed || !said || unknown.length > 0) continue;
		of[kind] = Prisma.join(
			[
				Prisma.empty,
				...asked.flatMap(({ ofKinds, refused }) => {
					const condition = ofKinds[kind];
					if (!condition) return [];
					return [refused ? Prisma.sql`AND NOT coalesce(${condition}, false)` : Prisma.sql`AND ${condition}`];
				}),
			],
			' ',
		);
	}
	return { of, unknown };
}

type Reading = { stages: string[] } | { kinds: SearchedKind[] } | { ofKinds: OfKinds };

const readers: Record<
	SearchCondition['operator'],
	(value: string, context: Context, column: Column) => Reading | null
> = {
	stage: (value) => {
		const named = beginningWith(
			Object.values($Enums.DealStage).map((stage) => [stage, stage] as const),
			value,
		);
		return named.length > 0 ? { stages: named } : null;
	},
	in: (value) => {
		const [named] = beginningWith(
			[...Object.entries(kindWords).map(([word, kind]) => [kind, word] as const), ...otherKindWords],
			value,
		);
		return named ? { kinds: [named] } : null;
	},
	is: (value, { today }, column) => {
		const state = Object.hasOwn(states, fold(value)) && states[fold(value)];
		return state ? { ofKinds: state(column, today) } : null;
	},
	tag: (value, { tags }, column) => {
		const ids = tags.filter(({ name }) => fold(name) === fold(value)).map(({ id }) => id);
		if (ids.length === 0) return null;
		const worn = (noun: 'company' | 'contact') => Prisma.sql`EXISTS (
			SELECT FROM ${Prisma.raw(`${noun}_tag`)} w WHERE w.user_id = ${column('user_id')} AND w.${Prisma.raw(`${noun}_id`)} = ${column('id')}
				AND w.tag_id = ANY (${ids}::uuid[]))`;
		return { ofKinds: { company: worn('company'), contact: worn('contact') } };
	},
};

const otherKindWords: (readonly [SearchedKind, string])[] = [
	['contact', 'people'],
	['activity', 'notes'],
	['follow_up', 'followups'],
];

/** What is called by a text or, where nothing is, by what begins with it, in any letters. */
function beginningWith<Key>(named: readonly (readonly [Key, string])[], value: string): Key[] {
	const typed = fold(value).replace(/[_-]/g, ' ');
	const all = named.map(([key, name]) => [key, fold(name).replace(/[_-]/g, ' ')] as const);
	const exact = all.filter(([, name]) => name === typed);
	const found = exact.length > 0 ? exact : all.filter(([, name]) => name.startsWith(typed));
	return found.map(([key]) => key);
}
