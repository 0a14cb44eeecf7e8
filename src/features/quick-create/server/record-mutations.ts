import 'server-only';
import type { z } from 'zod';
import type { NamedRecord } from '@/domain/named-record';
import { createCompany } from '@/features/companies/server/company-mutations';
import { createContact } from '@/features/contacts/server/contact-mutations';
import { createDeal } from '@/features/deals/server/deal-mutations';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { newRecords } from '../schema';

type NewRecords = z.output<typeof newRecords>;
type Part = keyof NewRecords;

/**
 * Creates a company, its contact and its deal, or those of them that are sent; returns their ids and names. All of them or, where one
 * is refused, none. The same ids a second time change nothing.
 */
export async function createRecords(
	tx: Tx,
	userId: UserId,
	{ company, contact, deal }: NewRecords,
): Promise<Partial<Record<Part, NamedRecord>>> {
	if (!company && !contact && !deal) throw new Refusal('Enter a name first. Nothing was added.');
	// the order in which they belong to each other
	return {
		...(company && { company: named(await part('company', createCompany(tx, userId, company))) }),
		...(contact && { contact: named(await part('contact', createContact(tx, userId, contact))) }),
		...(deal && { deal: named(await part('deal', createDeal(tx, userId, deal))) }),
	};
}

const named = ({ id, name }: NamedRecord): NamedRecord => ({ id, name });

/** What is refused of a part is said of its own fields: each part has a name, and a phone number. */
async function part<Made>(name: Part, making: Promise<Made>): Promise<Made> {
	try {
		return await making;
	} catch (error) {
		if (!(error instanceof Refusal) || !error.fieldErrors) throw error;
		const fields = Object.entries(error.fieldErrors).map(([field, problem]) => [`${name}.${field}`, problem]);
		throw new Refusal(error.message, Object.fromEntries(fields));
	}
}
