import 'server-only';
import type { z } from 'zod';
import { settleContacts } from '@/domain/settle-contacts';
import { today } from '@/domain/today-sql';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import {
	type ClosedSum,
	presentRailDeal,
	type RailDeal,
	type RailDealRow,
	type ShownRailDeals,
} from '../rail/rail-deals';
import type { dealsOfRecord } from '../schema';
import { signalColumns, signalsOf } from './deal-signal-sql';
import { isOwnDeal, isWith } from './deal-sql';

/** How many open deals a rail lists; a link leads to the list with the others. */
const maxRailDeals = 100;

/** Whose deals are asked for: a company's, perhaps without the one whose page it is, or a contact's. */
export type DealsOfRecord = z.output<typeof dealsOfRecord>;

/** The first open deals of a company or a contact, those that close first, and what became of the closed ones. */
export async function readRailDeals(userId: UserId, of: DealsOfRecord, limit: number): Promise<ShownRailDeals> {
	await settleContacts(userId);
	const settings = await getSettings(userId);
	const { timeZone } = settings;
	const theirs =
		'contactId' in of
			? isWith(userId, [of.contactId])
			: Prisma.sql`d.company_id = ${of.companyId}::uuid AND d.id IS DISTINCT FROM ${of.except ?? null}::uuid`;
	const role =
		'contactId' in of
			? Prisma.sql`(SELECT t.role FROM deal_person t WHERE t.user_id = d.user_id AND t.deal_id = d.id AND t.contact_id = ${of.contactId}::uuid)`
			: Prisma.sql`NULL`;
	const rows = await readPrepared<({ open: number; closed: ClosedSum[] } & (RailDealRow | { id: null }))[]>`
		SELECT about.*, deal.* FROM (
			SELECT coalesce(sum(n.count) FILTER (WHERE n.stage IS NULL), 0)::int AS open, coalesce(json_agg(json_build_object(
				'stage', n.stage, 'currency', n.currency, 'count', n.count, 'value', n.value::text
			) ORDER BY n.stage, n.count DESC, n.currency) FILTER (WHERE n.stage IS NOT NULL), '[]') AS closed
			FROM (
				SELECT CASE WHEN d.closed_at IS NOT NULL THEN d.stage END AS stage, d.currency, count(*)::int AS count, sum(d.value) AS value
				FROM deal d WHERE ${isOwnDeal(userId)} AND ${theirs} GROUP BY 1, 2
			) n
		) about
		LEFT JOIN LATERAL (
			SELECT d.id, d.name, d.stage, d.value::text AS value, d.currency, d.expected_close_on::text AS "expectedCloseOn", d.days, d.role,
				${signalColumns}
			FROM (
				SELECT d.*, ${role} AS role, ${today(timeZone)} - (coalesce((
					SELECT max(s.at) FROM deal_stage_change s WHERE s.user_id = d.user_id AND s.deal_id = d.id
				), d.created_at) AT TIME ZONE ${timeZone})::date AS days
				FROM deal d WHERE ${isOwnDeal(userId)} AND ${theirs} AND d.closed_at IS NULL
				ORDER BY d.expected_close_on, d.id LIMIT ${Prisma.raw(String(limit))}
			) d ${signalsOf(timeZone)}
		) deal ON true
		ORDER BY deal."expectedCloseOn", deal.id`;
	const [first] = rows;
	return {
		open: first?.open ?? 0,
		closed: first?.closed ?? [],
		deals: rows.flatMap((row) => (row.id === null ? [] : [presentRailDeal(row, settings)])),
	};
}

/** All open deals that a rail lists. */
export async function listRailDeals(userId: UserId, of: DealsOfRecord): Promise<RailDeal[]> {
	return (await readRailDeals(userId, of, maxRailDeals)).deals;
}
