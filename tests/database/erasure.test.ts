import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import * as activities from '@/features/activities/server/activity-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { acted, recorded, undo } from '../support/act';
import { contactsOf, several } from '../support/contact-points';
import { plainDeal } from '../support/deals';
import { eraseNow, openBinhMinh } from '../support/erasing';
import { findEverywhere } from '../support/everywhere';
import { changes } from '../support/history';
import { joinContacts } from '../support/merging';
import { plainActivity } from '../support/plain-records';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	({ lan, binhMinh } = await openBinhMinh());
});

const people = () => contactsOf(lan, binhMinh);

async function log(subject: string, more: object = {}): Promise<string> {
	const id = uuidv7();
	await recorded(
		(tx) => activities.createActivity(tx, lan, { ...plainActivity(subject, binhMinh), id, ...more }),
		'Log activity',
	);
	return id;
}

const subjectOf = async (id: string) =>
	(await db.activity.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } })).subject;

describe('a contact that is erased', () => {
	test('is nowhere in the database, neither by an earlier name nor in the history of what is left', async () => {
		const id = await people().add('Trần Quốc Bảo', several);
		await people().save(id, { name: 'Trần Quốc Bảo Châu', ...several, email: 'chau@example.net' });
		const call = await log('Gọi cho TRAN QUOC BAO về giá', { contactId: id });
		const deal = uuidv7();
		await recorded(
			(tx) =>
				deals.createDeal(tx, lan, { ...plainDeal, id: deal, companyId: binhMinh, contactId: id, name: 'Kho lạnh' }),
			'Create deal',
		);
		await eraseNow(lan, 'contact', id, { texts: '"all"' });
		for (const text of [
			'Trần Quốc Bảo',
			'chau@example.net',
			'bao@binhminh.example.com',
			'bao@example.org',
			'0901 234 567',
			'+84 28 3822 1111',
		])
			expect(await findEverywhere(text), text).toEqual([]);
		expect(await subjectOf(call)).toBe('Gọi cho [erased] về giá');
		expect((await changes(lan))[0]).toEqual(['Erase contact for good', ' (gone): Deleted']);
	});

	test('stays in a text that is not ticked, and there the history can still be undone', async () => {
		const id = await people().add('Trần Quốc Bảo');
		const call = await log('Gọi cho Trần Quốc Bảo');
		const outcome = (await acted((tx) => activities.logOutcome(tx, lan, { id: call, outcome: 'Hẹn lại' }))).changeSet;
		await eraseNow(lan, 'contact', id, { texts: '[]' });
		expect(await subjectOf(call)).toBe('Gọi cho Trần Quốc Bảo');
		expect((await findEverywhere('Trần Quốc Bảo')).map((place) => place.split(':')[0]?.split('.')[0])).not.toContain(
			'contact',
		);
		await undo(lan, outcome);
		expect(await subjectOf(call)).toBe('Gọi cho Trần Quốc Bảo');
	});

	test('takes along whoever was merged into them', async () => {
		const kept = await people().add('Trần Quốc Bảo');
		const gone = await people().add('Bảo (kế toán) Trần', { email: 'ketoan@example.net', phone: '0912 345 678' });
		await joinContacts(lan, [kept, gone], { email: 'kept', phone: 'kept' });
		await eraseNow(lan, 'contact', kept);
		for (const text of ['Bảo (kế toán) Trần', 'ketoan@example.net', '0912 345 678'])
			expect(await findEverywhere(text), text).toEqual([]);
	});

	test('leaves others the mailbox, the number and the name that they share', async () => {
		const id = await people().add('Trần Quốc Bảo', { email: 'kho@example.com', phone: '0901 234 567' });
		const other = await people().add('Lê Thị Hoa', { email: 'kho@example.com', phone: '+84 901 234 567' });
		const namesake = await people().add('Trần Quốc Bảo', { email: 'baokhac@example.com' });
		const deleted = await recorded((tx) => contacts.deleteContact(tx, lan, { id: other }), 'Delete contact');
		await undo(lan, deleted);
		await eraseNow(lan, 'contact', id);
		expect(await people().open(other)).toMatchObject({ email: 'kho@example.com', phone: '+84 901 234 567' });
		expect(await people().open(namesake)).toMatchObject({ name: 'Trần Quốc Bảo' });
		// and the history still brings them back
		const again = await recorded((tx) => contacts.deleteContact(tx, lan, { id: other }), 'Delete contact');
		await undo(lan, again);
		expect(await people().open(other)).toMatchObject({ name: 'Lê Thị Hoa', email: 'kho@example.com' });
	});
});
