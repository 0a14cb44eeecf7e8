import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { findPosition, lockColumns, type Neighbours, topOfColumn } from '@/domain/deal-positions';
import { formMetadata, isSameMetadata } from '@/domain/fields/save-form-fields';
import { findLinks, lockCompanyOf } from '@/domain/links';
import { refuseIfOther, refuseMissing, refuseStale } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { createChosen } from '@/features/contacts/server/contact-mutations';
import { fitTitle } from '@/features/follow-ups/schema';
import { createFollowUp } from '@/features/follow-ups/server/follow-up-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayIn } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import { searchParamsOf } from '@/lib/list/list-params';
import type { DealRole } from '../roles';
import type { dealChanges, dealMove, dealReference, dealReferences, dealStageChange, newDeal } from '../schema';
import { type DealStage, isClosed } from '../stage/stages';
import { getCard, sumDeals } from './deal-board-queries';
import { dealListOf } from './deal-list';
import { changeDealRole } from './deal-people-mutations';
import { readValue } from './read-value';

const named = { id: true, name: true, companyId: true } as const;

/** Creates a deal on top of its stage's column. The same id a second time changes nothing. */
export async function createDeal(
	tx: Tx,
	userId: UserId,
	{ id, tryAgainOn, contactRole, custom, ...form }: z.output<typeof newDeal>,
) {
	const own = await formMetadata(tx, userId, { kind: 'deal', custom, style: () => getSettings(userId, tx) });
	const chosen = await createChosen(tx, userId, form);
	const fields = { ...chosen, value: await readValue(tx, userId, form), lostReason: reasonOf(form) };
	await lockColumns(tx, userId, [fields.stage]);
	await findLinks(tx, userId, fields);
	const where = { userId_id: { userId, id } };
	const present = await tx.deal.findUnique({ where });
	if (present) {
		const { value, expectedCloseOn, ...rest } = fields;
		const same = present.value.equals(value) && sameDay(present.expectedCloseOn, expectedCloseOn);
		refuseIfOther(present, same ? rest : { value }, isSameMetadata(present.metadata, own));
	} else {
		const position = await findPosition(tx, userId, fields.stage, topOfColumn, { id, present: null });
		await tx.deal.create({
			data: {
				userId,
				id,
				...columnsOf(fields),
				...own,
				position,
				closedAt: isClosed(fields.stage) ? new Date() : null,
			},
		});
		await setMainRole(tx, userId, id, { contactId: fields.contactId, contactRole });
		await planNextTry(tx, userId, { id, ...fields, tryAgainOn });
	}
	return { id, name: fields.name, companyId: fields.companyId, contactId: fields.contactId };
}

/** Saves a deal's form. Refuses where another save came in between. */
export async function updateDeal(
	tx: Tx,
	userId: UserId,
	{ id, version, tryAgainOn, contactRole, custom, ...form }: z.output<typeof dealChanges>,
) {
	const sent = { kind: 'deal', custom, of: { id, version }, style: () => getSettings(userId, tx) } as const;
	const own = await formMetadata(tx, userId, sent);
	const chosen = await createChosen(tx, userId, form);
	const fields = { ...chosen, value: await readValue(tx, userId, form), lostReason: reasonOf(form) };
	await lockColumns(tx, userId, [fields.stage]);
	if (tryAgainOn) await lockCompanyOf(tx, userId, id);
	const present = await tx.deal.findUnique({ where: { userId_id: { userId, id }, version } });
	if (!present) return refuseStale(tx, userId, 'deal', id);
	// who has moved to another company keeps the deals of the one before
	if (present.companyId !== fields.companyId || present.contactId !== fields.contactId)
		await findLinks(tx, userId, fields);
	const position =
		present.stage === fields.stage
			? present.position
			: await findPosition(tx, userId, fields.stage, topOfColumn, { id, present: null });
	const closedAt = present.stage === fields.stage ? present.closedAt : isClosed(fields.stage) ? new Date() : null;
	const [saved] = await tx.deal.updateManyAndReturn({
		where: { userId, id, version },
		data: { ...columnsOf(fields), ...own, position, closedAt },
		select: named,
	});
	if (!saved) return refuseStale(tx, userId, 'deal', id);
	// a former main contact without a role was in the deal as its contact only
	if (present.contactId && present.contactId !== fields.contactId)
		await tx.dealPerson.deleteMany({ where: { userId, dealId: id, contactId: present.contactId, role: null } });
	await setMainRole(tx, userId, id, { contactId: fields.contactId, contactRole });
	if (present.stage !== fields.stage) await planNextTry(tx, userId, { id, ...fields, tryAgainOn });
	return saved;
}

type MainRole = { contactId: string | null; contactRole?: DealRole | null | undefined };

async function setMainRole(
	tx: Tx,
	userId: UserId,
	dealId: string,
	{ contactId, contactRole }: MainRole,
): Promise<void> {
	if (contactId && contactRole !== undefined)
		await changeDealRole(tx, userId, { dealId, contactId, role: contactRole });
}

/**
 * Moves a card on the board, and with it the deal to the column's stage; returns the card and the sums of the columns
 * under the board's filters. Refuses, changing nothing, where a neighbour that it was dropped beside is not there any more.
 */
export async function moveDeal(tx: Tx, userId: UserId, { above, below, query, ...change }: z.output<typeof dealMove>) {
	const { id } = change;
	const moved = await putIntoColumn(tx, userId, change, { above, below });
	const settings = await getSettings(userId, tx);
	const state = (await dealListOf(userId, tx)).parse(searchParamsOf(query ?? ''));
	const sums = await sumDeals(userId, state, settings.timeZone, tx);
	const card = await getCard(userId, id, settings.timeZone, tx);
	return { ...moved, sums, card, settings };
}

/** Brings a deal to another stage, on top of its column; returns its name and the stage it was in. */
export async function changeStage(tx: Tx, userId: UserId, change: z.output<typeof dealStageChange>) {
	return putIntoColumn(tx, userId, change, topOfColumn);
}

async function putIntoColumn(tx: Tx, userId: UserId, change: z.output<typeof dealStageChange>, neighbours: Neighbours) {
	const { id, stage, tryAgainOn } = change;
	await lockColumns(tx, userId, [stage]);
	if (tryAgainOn) await lockCompanyOf(tx, userId, id);
	const [deal] = await tx.$queryRaw<{ name: string; stage: DealStage; position: string }[]>`
		SELECT name, stage, position FROM deal WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	if (!deal) return refuseMissing('deal');
	const stays = deal.stage === stage;
	if (stays && neighbours === topOfColumn) return { name: deal.name, from: deal.stage };
	const position = await findPosition(tx, userId, stage, neighbours, { id, present: stays ? deal.position : null });
	const closedAt = stays ? Prisma.sql`closed_at` : isClosed(stage) ? Prisma.sql`now()` : Prisma.sql`NULL`;
	const lostReason = stays ? Prisma.sql`lost_reason` : Prisma.sql`${reasonOf(change)}`;
	// compared with the row, whose position a renumbering may just have changed
	await tx.$executeRaw`
		UPDATE deal SET stage = ${stage}::deal_stage, position = ${position}, closed_at = ${closedAt}, lost_reason = ${lostReason}
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND (stage, position) <> (${stage}::deal_stage, ${position})`;
	if (!stays) await planNextTry(tx, userId, { ...change, name: deal.name });
	return { name: deal.name, from: deal.stage };
}

/** Only a lost deal has a reason; reopening it clears the reason. */
function reasonOf({ stage, lostReason }: { stage: DealStage; lostReason: string | null }): string | null {
	return stage === 'closed_lost' ? lostReason : null;
}

type NextTry = { id: string; name: string; stage: DealStage; tryAgainOn: string | null };

/** Makes the follow-up by which a deal that was just lost is tried again, on a day that is still to come. */
async function planNextTry(tx: Tx, userId: UserId, { id, name, stage, tryAgainOn }: NextTry): Promise<void> {
	if (stage !== 'closed_lost' || !tryAgainOn) return;
	const { timeZone } = await getSettings(userId, tx);
	if (tryAgainOn < dayIn(new Date(), timeZone))
		refuseField({ tryAgainOn: 'This day has passed. Choose today or a later day.' });
	await createFollowUp(tx, userId, {
		id: uuidv7(),
		title: fitTitle(`Try again: ${name}`),
		dueOn: tryAgainOn,
		companyId: null,
		contactId: null,
		dealId: id,
		activityId: null,
		isTheirs: null,
	});
}

/** Deletes a deal. Its activities stay with the company. Returns its name. */
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

type CloseFields = { expectedCloseOn: string | null };

function columnsOf<F extends CloseFields>({ expectedCloseOn, ...fields }: F) {
	return { ...fields, expectedCloseOn: expectedCloseOn ? dateColumn(expectedCloseOn) : null };
}

function sameDay(column: Date | null, day: string | null): boolean {
	return (column?.getTime() ?? null) === (day ? dateColumn(day).getTime() : null);
}
