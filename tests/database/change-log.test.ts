import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import * as companies from '@/features/companies/server/company-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded, undo as undoOf } from '../support/act';
import { actionNames, doAnything } from '../support/any-action';
import { plainCompany as company, plainContact as contact } from '../support/plain-records';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const undo = (id: string) => undoOf(lan, id);

describe('the change log', () => {
	test('holds a delete with all its cascades under one change set and replays it backwards exactly', async () => {
		const ids = await makeCompanyWithEverything(lan);
		const before = await snapshot(lan);
		const deletion = await recorded((tx) => companies.deleteCompany(tx, lan, { id: ids.company }), 'Delete company');

		const logged = await db.changeLog.findMany({
			where: { userId: lan, changeSetId: deletion },
			orderBy: { id: 'asc' },
		});
		const deleted = logged.filter(({ after }) => after === null).map(({ entity }) => entity);
		expect(deleted.sort()).toEqual(
			[
				...['activity', 'activity_person', 'company', 'company_tag', 'contact', 'contact_tag'],
				...['deal', 'deal_person', 'deal_stage_change', 'follow_up'],
				...['contact_point', 'contact_point'],
			].sort(),
		);
		expect(await db.company.count({ where: { userId: lan } })).toBe(0);

		await undo(deletion);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('an undo can itself be undone', async () => {
		const ids = await makeCompanyWithEverything(lan);
		const deletion = await recorded((tx) => companies.deleteCompany(tx, lan, { id: ids.company }));
		const afterwards = await snapshot(lan);
		const undone = await undo(deletion);
		await undo(undone);
		expect(await snapshot(lan)).toEqual(afterwards);
	});

	test('keeps an activity with its company when the person is deleted, and links it again on undo', async () => {
		const ids = await makeCompanyWithEverything(lan);
		const before = await snapshot(lan);
		const deletion = await recorded((tx) => contacts.deleteContact(tx, lan, { id: ids.contact }));
		const activity = await db.activity.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: ids.activity } } });
		expect(activity).toMatchObject({ companyId: ids.company, contactId: null, dealId: ids.deal });
		await undo(deletion);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('refuses, by name, to undo an edit that somebody built on, and touches nothing', async () => {
		const id = uuidv7();
		await recorded((tx) => companies.createCompany(tx, lan, company(id, 'Bình Minh')));
		const { version } = await db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		const edit = await recorded((tx) =>
			companies.updateCompany(tx, lan, { ...company(id, 'Bình Minh Group'), version }),
		);
		const later = await db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		await recorded((tx) =>
			companies.updateCompany(tx, lan, { ...company(id, 'Bình Minh Holding'), version: later.version }),
		);
		const before = await snapshot(lan);
		await expect(undo(edit)).rejects.toThrow('“Bình Minh Group” was edited later, on ');
		expect(await snapshot(lan)).toEqual(before);
	});

	test('refuses to undo a creation whose company has people by now, instead of deleting them', async () => {
		const id = uuidv7();
		const creation = await recorded((tx) => companies.createCompany(tx, lan, company(id, 'Hoa Sen')));
		await recorded((tx) => contacts.createContact(tx, lan, contact(uuidv7(), id, 'Phạm Văn Đức')));
		await expect(undo(creation)).rejects.toThrow('“Phạm Văn Đức” depends on it');
		expect(await db.contact.count({ where: { userId: lan } })).toBe(1);
	});

	test('refuses to bring a person back to a company that is gone', async () => {
		const companyId = uuidv7();
		const contactId = uuidv7();
		await recorded((tx) => companies.createCompany(tx, lan, company(companyId, 'Hoa Sen')));
		await recorded((tx) => contacts.createContact(tx, lan, contact(contactId, companyId, 'Phạm Văn Đức')));
		const deletion = await recorded((tx) => contacts.deleteContact(tx, lan, { id: contactId }));
		await recorded((tx) => companies.deleteCompany(tx, lan, { id: companyId }));
		await expect(undo(deletion)).rejects.toThrow('a related record was deleted or replaced later');
	});

	test('records what was changed past the application, and no change of derived columns', async () => {
		const ids = await makeCompanyWithEverything(lan);
		await db.$executeRaw`UPDATE company SET name = 'Ánh Dương' WHERE user_id = ${lan}::uuid AND id = ${ids.company}::uuid`;
		const sets = await db.changeSet.findMany({
			where: { userId: lan },
			orderBy: { at: 'desc' },
			include: { changes: true },
		});
		expect(sets[0]?.label).toBe('Changed outside the application');
		// the contact's and the deal's copies of the company's name moved as well, and are not history
		expect(sets[0]?.changes.map(({ entity }) => entity)).toEqual(['company']);
		expect(sets[0]?.changes[0]?.after).not.toHaveProperty('search');
	});

	test('an action that changes nothing leaves no trace', async () => {
		const id = uuidv7();
		await recorded((tx) => companies.createCompany(tx, lan, company(id, 'Hoa Sen')));
		await recorded((tx) => companies.createCompany(tx, lan, company(id, 'Hoa Sen')), 'Sent twice');
		const sets = await db.changeSet.findMany({ where: { userId: lan } });
		expect(sets.map(({ label }) => label)).toEqual(['Test']);
		expect(await db.company.count({ where: { userId: lan } })).toBe(1);
	});

	test('deleting an account takes its history along', async () => {
		const ids = await makeCompanyWithEverything(lan);
		await recorded((tx) => companies.deleteCompany(tx, lan, { id: ids.company }));
		await makeCompanyWithEverything(lan, 'Hoa Sen');
		await db.user.delete({ where: { id: lan } });
		expect(await db.changeLog.count({ where: { userId: lan } })).toBe(0);
		expect(Object.values(await snapshot(lan)).flat()).toEqual([]);
	});
});

test('any sequence of actions, undone in reverse, restores every table row for row, and redone brings all back', async () => {
	const step = fc.record({ name: fc.constantFrom(...actionNames), n: fc.nat({ max: 1000 }) });
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
			lan = await makeAccount('Nguyễn Thị Lan');
			await db.settings.create({ data: { userId: lan } });
			await makeCompanyWithEverything(lan, 'Đầu tiên');
			await makeCompanyWithEverything(lan, 'Thứ hai');
			const states = [await snapshot(lan)];
			const done: string[] = [];
			for (const { name, n } of steps) {
				const changeSet = await recorded((tx) => doAnything(tx, lan, name, n));
				// an action that changes nothing leaves nothing to undo
				if ((await db.changeSet.count({ where: { userId: lan, id: changeSet } })) === 0) continue;
				done.push(changeSet);
				states.push(await snapshot(lan));
				seen.add(name);
			}
			const last = states.at(-1);
			const undone: string[] = [];
			for (const changeSet of done.toReversed()) {
				states.pop();
				undone.push(await undo(changeSet));
				expect(await snapshot(lan)).toEqual(states.at(-1));
			}
			// and all of it is done again
			for (const changeSet of undone.toReversed()) await undo(changeSet);
			expect(await snapshot(lan)).toEqual(last);
		}),
		// each of them at least tried, whatever is drawn; few deals have people beside the main contact
		{
			numRuns: 40,
			examples: [1, 2, 5].map((n) => [
				(['addDealPerson', 'setMainContact', ...actionNames] as const).map((name) => ({ name, n })),
			]),
		},
	);
	// enough of them were drawn that none was left out
	expect([...seen].sort()).toEqual([...actionNames].sort());
}, 240_000);
