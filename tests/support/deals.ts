import { v7 as uuidv7 } from 'uuid';
import * as deals from '@/features/deals/server/deal-mutations';
import type { DealStage } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { act, recorded } from './act';

/** Nothing said where a deal is lost. */
export const plainLoss = { lostReason: null as string | null, tryAgainOn: null as string | null };

/** The fields of a deal's form as the schema leaves them, without the company. */
export const plainDeal = {
	name: 'Hệ thống kho',
	value: '1000',
	currency: 'USD',
	stage: 'prospecting' as DealStage,
	ownProbability: null as number | null,
	expectedCloseOn: null as string | null,
	contactId: null as string | null,
	notes: null as string | null,
	...plainLoss,
};

/** Creates a deal as its form does, on top of its column, and returns its id. */
export async function makeDeal(
	userId: UserId,
	companyId: string,
	fields: Partial<typeof plainDeal> = {},
): Promise<string> {
	const id = uuidv7();
	await act((tx) => deals.createDeal(tx, userId, { id, companyId, ...plainDeal, ...fields }));
	return id;
}

/** Creates a column of deals that stand in the order of their names; returns the ids by name. */
export async function makeColumn<Name extends string>(
	userId: UserId,
	companyId: string,
	names: readonly Name[],
	stage: DealStage = 'prospecting',
): Promise<Record<Name, string>> {
	const ids = {} as Record<Name, string>;
	for (const name of names.toReversed()) ids[name] = await makeDeal(userId, companyId, { name, stage });
	return ids;
}

/** The names in a column, from top to bottom. */
export async function namesIn(userId: UserId, stage: DealStage = 'prospecting'): Promise<string[]> {
	const rows = await db.deal.findMany({ where: { userId, stage }, orderBy: { position: 'asc' } });
	return rows.map(({ name }) => name);
}

/** Moves a card as a drop on the board does. */
export function move(
	userId: UserId,
	id: string,
	{ stage = 'prospecting' as DealStage, above = null as string | null, below = null as string | null },
) {
	return recorded((tx) => deals.moveDeal(tx, userId, { id, stage, above, below, query: null, ...plainLoss }));
}

/** A generator of numbers from 0 to below 1 that gives the same ones for the same seed. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
