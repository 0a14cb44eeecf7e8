import 'server-only';
import type { z } from 'zod';
import { lockPeople } from '@/domain/links';
import { maxPeople } from '@/domain/people';
import { refuseMissing } from '@/domain/records';
import { createChosen } from '@/features/contacts/server/contact-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import type { dealPersonReference, dealPersonRole, newDealPerson } from '../schema';

/** The deal's name and the contact's, for what is said of a change. */
type Changed = { deal: string; contact: string };

/** Adds a contact of any company to a deal. The first one of the deal's company becomes its main contact. */
export async function addDealPerson(
	tx: Tx,
	userId: UserId,
	{ dealId, role, ...chosen }: z.output<typeof newDealPerson>,
): Promise<Changed> {
	const deal = await lockDeal(tx, userId, dealId);
	const { contactId } = await createChosen(tx, userId, { companyId: deal.companyId, ...chosen });
	const [contact] = await lockPeople(tx, userId, [contactId], 'contactId');
	const present = await tx.dealPerson.findMany({ where: { userId, dealId }, select: { contactId: true } });
	if (present.some((each) => each.contactId === contactId))
		return refuseField({ contactId: 'This contact is already in the deal.' });
	if (present.length >= maxPeople)
		return refuseField({ contactId: `A deal has at most ${maxPeople} contacts. Remove one first.` });
	await tx.dealPerson.create({ data: { userId, dealId, contactId, role } });
	const isFirst = deal.contactId === null && contact?.companyId === deal.companyId;
	await noteOtherPeople(tx, userId, dealId, isFirst ? { contactId } : {});
	return { deal: deal.name, contact: await nameOf(tx, userId, contactId) };
}

/** Gives a contact of a deal another role, or none. */
export async function changeDealRole(
	tx: Tx,
	userId: UserId,
	{ dealId, contactId, role }: z.output<typeof dealPersonRole>,
): Promise<Changed> {
	const deal = await lockDeal(tx, userId, dealId);
	const where = { userId_dealId_contactId: { userId, dealId, contactId } };
	const present = await tx.dealPerson.findUnique({ where });
	if (!present) return refuseLeft();
	if (present.role !== role) {
		await tx.dealPerson.update({ where, data: { role } });
		await noteOtherPeople(tx, userId, dealId);
	}
	return { deal: deal.name, contact: await nameOf(tx, userId, contactId) };
}

/** Makes a contact of a deal its main one. */
export async function setMainContact(
	tx: Tx,
	userId: UserId,
	{ dealId, contactId }: z.output<typeof dealPersonReference>,
): Promise<Changed> {
	const deal = await lockDeal(tx, userId, dealId);
	const takesPart = await tx.dealPerson.count({ where: { userId, dealId, contactId } });
	if (takesPart === 0) return refuseLeft();
	if (deal.contactId !== contactId) await noteOtherPeople(tx, userId, dealId, { contactId });
	return { deal: deal.name, contact: await nameOf(tx, userId, contactId) };
}

/** Removes a contact from a deal, which then may have no main contact. The contact itself stays. */
export async function removeDealPerson(
	tx: Tx,
	userId: UserId,
	{ dealId, contactId }: z.output<typeof dealPersonReference>,
): Promise<Changed> {
	const deal = await lockDeal(tx, userId, dealId);
	const contact = await nameOf(tx, userId, contactId);
	const { count } = await tx.dealPerson.deleteMany({ where: { userId, dealId, contactId } });
	if (count === 0) return refuseLeft();
	await noteOtherPeople(tx, userId, dealId);
	return { deal: deal.name, contact };
}

/** Gives a deal a new version, so that a form that was opened before can't bring its former people back. */
async function noteOtherPeople(tx: Tx, userId: UserId, id: string, main: { contactId?: string } = {}): Promise<void> {
	await tx.$executeRaw`
		UPDATE deal SET version = nextval('deal_version_seq'), updated_at = now(), contact_id = coalesce(${main.contactId ?? null}::uuid, contact_id)
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
}

async function lockDeal(tx: Tx, userId: UserId, id: string) {
	const [deal] = await tx.$queryRaw<{ name: string; companyId: string; contactId: string | null }[]>`
		SELECT name, company_id AS "companyId", contact_id AS "contactId" FROM deal
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	return deal ?? refuseMissing('deal');
}

async function nameOf(tx: Tx, userId: UserId, id: string): Promise<string> {
	const contact = await tx.contact.findUnique({ where: { userId_id: { userId, id } }, select: { name: true } });
	return contact?.name ?? refuseLeft();
}

function refuseLeft(): never {
	throw new Refusal('This contact is no longer in the deal. Reload the page to see who is.');
}
