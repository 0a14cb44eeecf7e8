import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { valuesOf } from '@/lib/list/list-parts';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { matches } from '@/lib/list/search-sql';
import type { DealListState } from '../schema';
import { presentSignals, type ShownSignal, type SignalFacts } from '../signals/signals';
import type { DealStage } from '../stage/stages';
import { dealJoins, dealListQuery, isOwnDeal, signalColumns, signalsOf } from './deal-sql';

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
	const { ids, ...found } = await findPage(dealListQuery(userId, state, timeZone), state);
	const rows = await db.$queryRaw<(DealRow & SignalFacts)[]>`
		SELECT ${dealColumns}, ${signalColumns}
		FROM ${rowsOf(ids)} JOIN deal d ON ${isOwnDeal(userId)} AND d.id = page.id ${dealJoins} ${signalsOf(timeZone)}
		ORDER BY page.place`;
	return { rows, ...found };
}

/** A deal with everything its own page shows, or null. */
export async function getDeal(userId: UserId, id: string) {
	return db.deal.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			name: true,
			value: true,
			currency: true,
			stage: true,
			probability: true,
			ownProbability: true,
			expectedCloseOn: true,
			closedAt: true,
			lostReason: true,
			notes: true,
			metadata: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			company: { select: { id: true, name: true } },
			contact: { select: { id: true, name: true, companyId: true } },
			_count: { select: { activities: true } },
			stageChanges: { select: { id: true, to: true, at: true }, orderBy: { at: 'asc' } },
		},
	});
}

export type Deal = NonNullable<Awaited<ReturnType<typeof getDeal>>>;

/** A deal's signals in words, in the user's days; none for a closed deal. */
export async function readSignals(
	userId: UserId,
	id: string,
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): Promise<ShownSignal[]> {
	await settleContacts(userId);
	const [found] = await db.$queryRaw<(SignalFacts & { expectedCloseOn: string | null })[]>`
		SELECT d.expected_close_on::text AS "expectedCloseOn", ${signalColumns}
		FROM deal d ${signalsOf(settings.timeZone)} WHERE ${isOwnDeal(userId)} AND d.id = ${id}::uuid`;
	return found ? presentSignals(found, settings) : [];
}

/** The currencies of the account's deals, by their codes. */
export async function listDealCurrencies(userId: UserId): Promise<string[]> {
	const deals = { from: Prisma.sql`deal d`, owned: isOwnDeal(userId) };
	const rows = await db.$queryRaw<{ value: string }[]>`${valuesOf(deals, Prisma.sql`d.currency`)} ORDER BY value`;
	return rows.map(({ value }) => value);
}

/** The number of a company's or contact's deals on its page; a link leads to the list with the others. */
export const maxShownDeals = 100;

/** The first deals of a company or a person: open ones by their expected close, then the last closed ones. */
export async function listDealsOf(
	userId: UserId,
	of: { companyId: string } | { contactId: string },
): Promise<DealRow[]> {
	const theirs =
		'companyId' in of
			? Prisma.sql`d.company_id = ${of.companyId}::uuid`
			: Prisma.sql`d.contact_id = ${of.contactId}::uuid`;
	return db.$queryRaw`
		SELECT ${dealColumns} FROM deal d ${dealJoins} WHERE ${isOwnDeal(userId)} AND ${theirs}
		ORDER BY d.closed_at DESC NULLS FIRST, d.expected_close_on, d.id LIMIT ${maxShownDeals}`;
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
	const options = (condition: Prisma.Sql, limit: number) => db.$queryRaw<DealOption[]>`
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
