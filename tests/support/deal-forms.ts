import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { dealChanges, newDeal } from '@/features/deals/schema';
import * as deals from '@/features/deals/server/deal-mutations';
import { getDeal } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from './accounts';
import { act } from './act';
import { plainDeal } from './deals';

/** An account in Vietnam with two companies. */
export async function makeSeller() {
	const lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' } });
	const binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	const hoaSen = (await db.company.create({ data: { userId: lan, name: 'Nội thất Hoa Sen' } })).id;
	return { lan, binhMinh, hoaSen };
}

/** Makes a deal of what a form sends, which goes through the schema first, as in an action. */
export function createFrom(userId: UserId, form: object) {
	const parsed = parseInput(newDeal, { id: uuidv7(), ...plainDeal, ...form });
	if (!parsed.ok) return Promise.reject(Object.assign(new Error(parsed.message), parsed));
	return act((tx) => deals.createDeal(tx, userId, parsed.data));
}

export const readDeal = async (userId: UserId, id: string) =>
	(await getDeal(userId, id)) ?? expect.fail('The deal is gone.');

/** Saves a deal's form as it stands, with other values in some of its fields. */
export async function saveDeal(userId: UserId, id: string, fields: object) {
	const { version, company, contact, ...present } = await readDeal(userId, id);
	const { name, value, currency, stage, ownProbability } = present;
	const form = { name, value: String(value), currency, stage, ownProbability, companyId: company.id };
	return act((tx) =>
		deals.updateDeal(
			tx,
			userId,
			dealChanges.parse({ id, version, ...form, contactId: contact?.id ?? null, notes: '', ...fields }),
		),
	);
}
