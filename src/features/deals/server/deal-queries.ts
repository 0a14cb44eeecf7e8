import 'server-only';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { type CustomRow, customColumn, customJoin } from '@/domain/custom-fields/custom-rows';
import { type NoteDraftColumn, noteDraftColumn, readNoteDraft } from '@/domain/note-draft-sql';
import { settleContacts } from '@/domain/settle-contacts';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { dateColumn } from '@/lib/dates/dates';
import { db, Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { shownIds } from '@/lib/list/list-columns';
import { shownOf } from '@/lib/list/list-more-sql';
import { valuesOf } from '@/lib/list/list-parts';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { groupKeyOf, sumRows } from '@/lib/list/list-sums-sql';
import { matches } from '@/lib/list/search-sql';
import type { DealRole } from '../roles';
import { type DealListState, dealList } from '../schema';
import type { NoticeFacts } from '../signals/notice-facts';
import { presentSignals, type ShownSignal, type SignalFacts } from '../signals/signals';
import type { DealStage } from '../stage/stages';
import { type DealMore, dealMore, dealSums } from './deal-more-sql';
import { noticeColumns } from './deal-notice-sql';
import { signalColumns, signalsOf } from './deal-signal-sql';
import { dealGroup, dealJoins, dealListQuery, isOwnDeal } from './deal-sql';

/** A deal as lists show it. Amounts are decimal strings, days YYYY-MM-DD. */
export type DealRow = {
	id: string;
	name: string;
	stage: DealStage;
	value: string;
	currency: string;
	probability: number;
	expectedCloseOn: string | null;
	closedAt: Date | null;
	createdAt: Date;
	companyId: string;
	companyName: string;
	contactId: string | null;
	contactName: string | null;
};

const dealColumns = Prisma.sql`
	d.id, d.name, d.stage, d.value::text AS value, d.currency, d.probability, d.expected_close_on::text AS "expectedCloseOn",
	d.closed_at AS "closedAt", d.created_at AS "createdAt", d.company_id AS "companyId", c.name AS "companyName",
	d.contact_id AS "contactId", p.name AS "contactName"`;

/** One page of the account's deals, with the page's details. */
export async function listDeals(userId: UserId, state: DealListState, timeZone: string) {
	await settleContacts(userId);
	const { added, sums } = customListOf(state);
	const shown = shownIds(state, dealList.extend(added).columns);
	const listed = dealListQuery(userId, state, timeZone);
	const group = dealGroup(userId, state);
	const { ids, ...found } = await findPage(listed, state);
	if (ids.length === 0) return { rows: [], sums: [], groups: [], isContinued: false, ...found };
	const rows = await readPrepared<(DealRow & SignalFacts & DealMore & CustomRow)[]>`
		SELECT ${dealColumns}, ${signalColumns} ${shownOf(dealMore, shown)} ${customColumn(shown, 'd')} ${groupKeyOf(group)}
		FROM ${rowsOf(ids)} JOIN deal d ON ${isOwnDeal(userId)} AND d.id = page.id ${dealJoins} ${signalsOf(timeZone)} ${customJoin(state.group, group)}
		ORDER BY page.place`;
	return {
		rows,
		...found,
		...(await sumRows(
			listed,
			{ ...dealSums, values: { ...dealSums.values, ...sums } },
			{ shown, group, rows, count: found.count, place: state },
		)),
	};
}

type DealColumns = Omit<DealRow, 'expectedCloseOn'> & {
	expectedCloseOn: string | null;
	ownProbability: number | null;
	lostReason: string | null;
	notes: string | null;
	draft: NoteDraftColumn;
	metadata: Prisma.JsonValue;
	version: number;
	updatedAt: Date;
	/** Where the contact works now. */
	contactCompanyId: string | null;
	contactRole: DealRole | null;
	activities: number;
	stageChanges: { id: string; to: DealStage; at: string }[];
	/** How often it was given another value, probability and day to close on. */
	changed: { value: number; expectedCloseOn: number; ownProbability: number };
};

/** A deal with everything its own page shows, or null. */
export async function getDeal(userId: UserId, id: string) {
	const [found] = await readPrepared<DealColumns[]>`
		SELECT ${dealColumns}, d.own_probability AS "ownProbability", d.lost_reason AS "lostReason", d.notes, ${noteDraftColumn('d')} AS draft, d.metadata, d.version,
			d.updated_at AS "updatedAt", p.company_id AS "contactCompanyId",
			(SELECT t.role FROM deal_person t WHERE (t.user_id, t.deal_id, t.contact_id) = (d.user_id, d.id, d.contact_id)) AS "contactRole",
			(SELECT count(*)::int FROM activity a WHERE a.user_id = d.user_id AND a.deal_id = d.id) AS activities,
			(SELECT coalesce(json_agg(json_build_object('id', s.id, 'to', s.to_stage, 'at', s.at) ORDER BY s.at), '[]')
			 FROM deal_stage_change s WHERE s.user_id = d.user_id AND s.deal_id = d.id) AS "stageChanges",
			(SELECT json_build_object(
				'value', count(*) FILTER (WHERE l.before -> 'value' <> l.after -> 'value'),
				'ownProbability', count(*) FILTER (WHERE l.before -> 'own_probability' <> l.after -> 'own_probability'),
				'expectedCloseOn', count(*) FILTER (WHERE l.before -> 'expected_close_on' <> l.after -> 'expected_close_on'))
			 FROM change_log l WHERE l.user_id = d.user_id AND l.record_id = d.id AND l.entity = 'deal') AS changed
		FROM deal d ${dealJoins} WHERE ${isOwnDeal(userId)} AND d.id = ${id}::uuid`;
	if (!found) return null;
	const { companyId, companyName, contactId, contactName, contactCompanyId, activities, draft, ...columns } = found;
	return {
		draft: readNoteDraft(draft),
		...columns,
		value: new Prisma.Decimal(columns.value),
		expectedCloseOn: columns.expectedCloseOn ? dateColumn(columns.expectedCloseOn) : null,
		company: { id: companyId, name: companyName },
		contact:
			contactId && contactName && contactCompanyId
				? { id: contactId, name: contactName, companyId: contactCompanyId }
				: null,
		_count: { activities },
		stageChanges: columns.stageChanges.map((change) => ({ ...change, at: new Date(change.at) })),
	};
}

export type Deal = NonNullable<Awaited<ReturnType<typeof getDeal>>>;

/** An open deal's signals, in words and in the user's days, with whom and what they are about; null for a closed deal. */
export async function readSignals(
	userId: UserId,
	id: string,
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): Promise<{ signals: ShownSignal[]; facts: NoticeFacts } | null> {
	await settleContacts(userId);
	const [found] = await readPrepared<(SignalFacts & NoticeFacts)[]>`
		SELECT ${signalColumns}, ${noticeColumns(settings.timeZone)} FROM deal d ${signalsOf(settings.timeZone)}
		WHERE ${isOwnDeal(userId)} AND d.id = ${id}::uuid AND d.closed_at IS NULL`;
	return found ? { signals: presentSignals(found, settings), facts: found } : null;
}

/** The currencies of the account's deals, by their codes. */
export async function listDealCurrencies(userId: UserId): Promise<string[]> {
	const deals = { from: Prisma.sql`deal d`, owned: isOwnDeal(userId) };
	const rows = await readPrepared<{ value: string }[]>`${valuesOf(deals, Prisma.sql`d.currency`)} ORDER BY value`;
	return rows.map(({ value }) => value);
}

/** How many open deals of a company are told with their signals. */
const maxOpenDeals = 20;

/** The first open deals of a company by their expected close, each with its signals in words. */
export async function listOpenDeals(
	userId: UserId,
	companyId: string,
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): Promise<(DealRow & { signals: ShownSignal[] })[]> {
	await settleContacts(userId);
	const rows = await readPrepared<(DealRow & SignalFacts)[]>`
		SELECT ${dealColumns}, ${signalColumns}
		FROM (
			SELECT * FROM deal d WHERE ${isOwnDeal(userId)} AND d.company_id = ${companyId}::uuid AND d.closed_at IS NULL
			ORDER BY d.expected_close_on, d.id LIMIT ${Prisma.raw(String(maxOpenDeals))}
		) d ${dealJoins} ${signalsOf(settings.timeZone)}
		ORDER BY d.expected_close_on, d.id`;
	return rows.map((row) => ({ ...row, signals: presentSignals(row, settings) }));
}

export type DealOption = {
	id: string;
	name: string;
	companyId: string;
	companyName: string;
	contactId: string | null;
	contactName: string | null;
	stage: DealStage;
};

/** Deals by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameDeals(userId: UserId, ids: string[]): Promise<{ id: string; name: string }[]> {
	if (ids.length === 0) return [];
	return db.deal.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Up to ten deals for a picker, of one company or of all: open ones first, or these alone, then by name. */
export async function findDealOptions(
	userId: UserId,
	{ q, companyId, open: openOnly }: { q: string; companyId?: string | undefined; open?: 'yes' | undefined },
): Promise<DealOption[]> {
	const ofCompany = companyId ? Prisma.sql`AND d.company_id = ${companyId}::uuid` : Prisma.empty;
	const fitting = await matches(userId, Prisma.sql`d.search`, q);
	const options = (condition: Prisma.Sql, limit: number) => read<DealOption[]>`
		SELECT d.id, d.name, d.company_id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName", d.stage
		FROM (
			SELECT d.* FROM deal d WHERE ${isOwnDeal(userId)} ${ofCompany} ${fitting} ${condition}
			ORDER BY d.name_key, d.id LIMIT ${limit}
		) d ${dealJoins} AND p.company_id = d.company_id ORDER BY d.name_key, d.id`;
	const open = await options(Prisma.sql`AND d.closed_at IS NULL`, maxOptions);
	if (openOnly || open.length === maxOptions) return open;
	return [...open, ...(await options(Prisma.sql`AND d.closed_at IS NOT NULL`, maxOptions - open.length))];
}

const maxOptions = 10;
