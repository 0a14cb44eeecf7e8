import { beforeEach, describe, expect, test } from 'vitest';
import { companyMerge } from '@/features/companies/schema';
import { mergeCompanies } from '@/features/companies/server/company-merge-mutations';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import { deleteContact } from '@/features/contacts/server/contact-mutations';
import { setContactTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { recorded, undo as undoOf } from '../support/act';
import { companyInput, contactInput, joinCompanies, makeAlikes } from '../support/merging';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;

let lan: UserId;
let one: Ids;
let other: Ids;

beforeEach(async () => {
	({ lan, one, other } = await makeAlikes());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const undo = (id: string) => undoOf(lan, id);

describe('a merge is refused', () => {
	test('with itself, with what is no choice, and with fields that do not exist', async () => {
		const input = { keep: one.company, keepVersion: 1, gone: one.company.toUpperCase(), goneVersion: 1 };
		expect(parseInput(companyMerge, input)).toMatchObject({
			ok: false,
			fieldErrors: { gone: expect.stringMatching('itself') },
		});
		const two = { ...input, gone: other.company };
		expect(parseInput(companyMerge, two)).toMatchObject({ ok: true });
		for (const wrong of [{ name: 'other' }, { userId: lan }, { metadata: '{}' }, { metadata: '[' }, { notes: 'none' }])
			expect(parseInput(companyMerge, { ...two, ...wrong })).toMatchObject({ ok: false });
	});

	test('when either was changed since', async () => {
		for (const changed of [one, other]) {
			const input = await companyInput(lan, [one.company, other.company]);
			await db.company.update({
				where: { userId_id: { userId: lan, id: changed.company } },
				data: { phone: changed.company },
			});
			const before = await snapshot(lan);
			await expect(act('Merge companies', (tx) => mergeCompanies(tx, lan, input))).rejects.toThrow(
				/was changed after this page was opened, so nothing was merged/,
			);
			expect(await snapshot(lan)).toEqual(before);
		}
	});

	test('the second time: two at once make one merge', async () => {
		const input = await contactInput(lan, [one.contact, other.contact]);
		const merge = () =>
			act('Merge contacts', (tx) => mergeContacts(tx, lan, input)).catch((error: Error) => error.message);
		const [first, second] = (await Promise.all([merge(), merge()])).toSorted((a, b) => a.length - b.length);
		expect(first).toHaveLength(36);
		expect(second).toMatch('The other contact is not there any more');
		expect(await db.contact.count({ where: { userId: lan } })).toBe(1);
		await act('Delete contact', (tx) => deleteContact(tx, lan, { id: one.contact }));
		await expect(act('Merge contacts', (tx) => mergeContacts(tx, lan, input))).rejects.toThrow('no longer exists');
	});

	test('where one record could not hold what both have', async () => {
		const names = Array.from({ length: 20 }, (_, n) => `Nhãn ${n}`);
		await act('Tag', (tx) => setContactTags(tx, lan, one.contact, names));
		const input = await contactInput(lan, [one.contact, other.contact]);
		await expect(act('Merge contacts', (tx) => mergeContacts(tx, lan, input))).rejects.toThrow('can have 20 tags');
		const many = (from: number) => Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`Mục ${from + n}`, 'x']));
		const set = (id: string, data: object) => db.company.update({ where: { userId_id: { userId: lan, id } }, data });
		await set(one.company, { metadata: many(0), notes: 'ơ'.repeat(15_000) });
		await set(other.company, { metadata: many(80), notes: 'ư'.repeat(15_000) });
		await joinCompanies(lan, [one.company, other.company]);
		await set(one.company, { metadata: many(300) });
		const third = await makeCompanyWithEverything(lan, 'Thứ ba');
		await set(third.company, { metadata: many(600), notes: 'ơ'.repeat(15_000) });
		await expect(joinCompanies(lan, [one.company, third.company])).rejects.toThrow('more custom fields than');
		await expect(joinCompanies(lan, [one.company, third.company], { notes: 'both' })).rejects.toThrow(
			'30,002 characters',
		);
	});

	test('its undo, where what it made was changed since', async () => {
		const set = await joinCompanies(lan, [one.company, other.company], {
			website: 'gone',
			notes: 'both',
			name: 'gone',
		});
		await db.company.update({ where: { userId_id: { userId: lan, id: one.company } }, data: { phone: '113' } });
		await expect(undo(set)).rejects.toThrow('” was edited later');
	});
});
