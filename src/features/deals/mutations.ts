import 'server-only';
import type { z } from 'zod';
import { getSettings } from '@/features/account/queries';
import { dateColumn } from '@/lib/dates';
import { Prisma, type Tx } from '@/lib/db';
import { refuseField } from '@/lib/errors';
import { findLinks } from '@/lib/links';
import { searchParamsOf } from '@/lib/list-params';
import { parseMoney } from '@/lib/money';
import { findPosition, lockColumns, type Neighbours } from '@/lib/positions';
import { refuseIfOther, refuseMissing, refuseUnsaved, saveMetadata } from '@/lib/records';
import type { UserId } from '@/lib/session';
import { presentCards, presentSums } from './board';
import { getCard, sumDeals } from './board-queries';
import {
	type dealChanges,
	dealList,
	type dealMetadata,
	type dealMove,
	type dealReference,
	type dealReferences,
	type dealStageChange,
	type newDeal,
} from './schema';
import { type DealStage, isClosed } from './stages';

const named = { id: true, name: true, companyId: true } as const;
const onTop: Neighbours = { above: null, below: null };

/** Creates a deal on top of its stage's column. The same id a second time changes nothing. */
export async function createDeal(tx: Tx, userId: UserId, { id, ...form }: z.output<typeof newDeal>) {
	const fields = { ...form, value: await readValue(tx, userId, form) };
	await lockColumns(tx, userId, [fields.stage]);
	await findLinks(tx, userId, fields);
	const where = { userId_id: { userId, id } };
	const present = await tx.deal.findUnique({ where });
	if (present) {
		const { value, expectedCloseOn, ...rest } = fields;
		const same = present.value.equals(value) && sameDay(present.expectedCloseOn, expectedCloseOn);
		refuseIfOther(present, same ? rest : { value });
	} else {
		const position = await findPosition(tx, userId, fields.stage, onTop, { id, present: null });
		await tx.deal.create({
			data: { userId, id, ...columnsOf(fields), position, closedAt: isClosed(fields.stage) ? new Date() : null },
		});
	}
	return { id, name: fields.name, companyId: fields.companyId };
}

/** Saves a deal's form. Refuses where another save came in between. */
export async function updateDeal(tx: Tx, userId: UserId, { id, version, ...form }: z.output<typeof dealChanges>) {
	const fields = { ...form, value: await readValue(tx, userId, form) };
	await lockColumns(tx, userId, [fields.stage]);
	const present = await tx.deal.findUnique({ where: { userId_id: { userId, id }, version } });
	if (!present) return refuseStale(tx, userId, id);
	// who has moved to another company keeps the deals of the one before
	if (present.companyId !== fields.companyId || present.contactId !== fields.contactId)
		await findLinks(tx, userId, fields);
	const position =
		present.stage === fields.stage
			? present.position
			: await findPosition(tx, userId, fields.stage, onTop, { id, present: null });
	const closedAt = present.stage === fields.stage ? present.closedAt : isClosed(fields.stage) ? new Date() : null;
	const [saved] = await tx.deal.updateManyAndReturn({
		where: { userId, id, version },
		data: { ...columnsOf(fields), position, closedAt },
		select: named,
	});
	return saved ?? refuseStale(tx, userId, id);
}

/** Saves a deal's own fields. Refuses where another save came in between. */
export async function editDealMetadata(tx: Tx, userId: UserId, input: z.output<typeof dealMetadata>) {
	return saveMetadata(tx, userId, 'deal', input);
}

async function refuseStale(tx: Tx, userId: UserId, id: string): Promise<never> {
	return refuseUnsaved('deal', await tx.deal.findUnique({ where: { userId_id: { userId, id } }, select: named }));
}

/**
 * Moves a card on the board, and with it the deal to the column's stage; returns the card and the sums of the columns
 * under the board's filters. Refuses, changing nothing, where a neighbour that it was dropped beside is not there any more.
 */
export async function moveDeal(tx: Tx, userId: UserId, { id, stage, above, below, query }: z.output<typeof dealMove>) {
	const moved = await putIntoColumn(tx, userId, { id, stage }, { above, below });
	const settings = await getSettings(userId, tx);
	const state = dealList.parse(searchParamsOf(query ?? ''));
	const sums = await sumDeals(userId, state, settings.timeZone, tx);
	const card = await getCard(userId, id, settings.timeZone, tx);
	return { ...moved, sums: presentSums(sums, settings), card: presentCards(card ? [card] : [], settings)[0] };
}

/** Brings a deal to another stage, on top of its column; returns its name and the stage it was in. */
export async function changeStage(tx: Tx, userId: UserId, { id, stage }: z.output<typeof dealStageChange>) {
	return putIntoColumn(tx, userId, { id, stage }, onTop);
}

async function putIntoColumn(
	tx: Tx,
	userId: UserId,
	{ id, stage }: { id: string; stage: DealStage },
	neighbours: Neighbours,
) {
	await lockColumns(tx, userId, [stage]);
	const [deal] = await tx.$queryRaw<{ name: string; stage: DealStage; position: string }[]>`
		SELECT name, stage, position FROM deal WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	if (!deal) return refuseMissing('deal');
	const stays = deal.stage === stage;
	if (stays && neighbours === onTop) return { name: deal.name, from: deal.stage };
	const position = await findPosition(tx, userId, stage, neighbours, { id, present: stays ? deal.position : null });
	const closedAt = stays ? Prisma.sql`closed_at` : isClosed(stage) ? Prisma.sql`now()` : Prisma.sql`NULL`;
	// compared with the row, whose position a renumbering may just have changed
	await tx.$executeRaw`
		UPDATE deal SET stage = ${stage}::deal_stage, position = ${position}, closed_at = ${closedAt}
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND (stage, position) <> (${stage}::deal_stage, ${position})`;
	return { name: deal.name, from: deal.stage };
}

/** Deletes a deal; what was said about it stays with the company. Returns its name. */
export async function deleteDeal(tx: Tx, userId: UserId, { id }: z.output<typeof dealReference>) {
	const { names } = await deleteDeals(tx, userId, { ids: [id] });
	const [name] = names;
	return name === undefined ? refuseMissing('deal') : { name };
}

/** Deletes deals; returns the names of those that were still there. */
export async function deleteDeals(tx: Tx, userId: UserId, { ids }: z.output<typeof dealReferences>) {
	const deleted = await tx.$queryRaw<{ name: string }[]>`
		DELETE FROM deal WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) RETURNING name`;
	return { names: deleted.map(({ name }) => name) };
}

/** The typed value as a decimal string, read as the account writes numbers. */
async function readValue(tx: Tx, userId: UserId, { value, currency }: { value: string; currency: string }) {
	const { locale } = await getSettings(userId, tx);
	const read = parseMoney(value, { locale, currency });
	return read.ok ? read.value : refuseField({ value: read.message });
}

type Fields = { expectedCloseOn: string | null };

function columnsOf<F extends Fields>({ expectedCloseOn, ...fields }: F) {
	return { ...fields, expectedCloseOn: expectedCloseOn ? dateColumn(expectedCloseOn) : null };
}

function sameDay(column: Date | null, day: string | null): boolean {
	return (column?.getTime() ?? null) === (day ? dateColumn(day).getTime() : null);
}
