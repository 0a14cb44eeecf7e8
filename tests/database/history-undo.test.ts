import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { newCompany } from '@/features/companies/schema';
import * as companies from '@/features/companies/server/company-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import { listChanges } from '@/features/history/server/history-queries';
import * as tags from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { acted, recorded, undo as undoOf } from '../support/act';
import { actionNames, doAnything } from '../support/any-action';
import { plainLoss } from '../support/deals';
import { addContact, addDeal, changes, company, edit, historyOf, makeBinhMinh } from '../support/history';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	({ lan, binhMinh } = await makeBinhMinh());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const undo = (id: string) => undoOf(lan, id);

describe('an undo is offered', () => {
	test('again for the older change once the newer one is undone, and for the undo itself', async () => {
		const first = await edit(lan, binhMinh, 'Một');
		const second = await edit(lan, binhMinh, 'Hai');
		const undone = await undo(second);
		expect(await historyOf(lan, 'company', binhMinh)).toEqual([
			['Undid: Edit company', 'Company name: Hai → Một', '(undo)'],
			['Edit company', 'Company name: Một → Hai', '(undone)'],
			['Edit company', 'Company name: Thủy sản Bình Minh → Một', '(undo)'],
			['Create company', 'Created'],
		]);
		await undo(undone);
		expect((await historyOf(lan, 'company', binhMinh)).map((entry) => [entry[0], entry.at(-1)])).toEqual([
			['Redid: Edit company', '(undo)'],
			['Undid: Edit company', '(undone)'],
			['Edit company', '(undo)'],
			['Edit company', 'Company name: Thủy sản Bình Minh → Một'],
			['Create company', 'Created'],
		]);
		await expect(undo(first)).rejects.toThrow('changed since');
	});

	test('for a creation only while nothing hangs on it that came later', async () => {
		expect((await changes(lan))[0]).toEqual(['Create company', 'Thủy sản Bình Minh: Created', '(undo)']);
		const { id } = await addContact(lan, binhMinh, 'Phạm Văn Đức');
		expect((await changes(lan)).at(-1)).toEqual(['Create company', 'Thủy sản Bình Minh: Created']);
		await act('Delete contact', (tx) => contacts.deleteContact(tx, lan, { id }));
		expect((await changes(lan)).at(-1)).toEqual(['Create company', 'Thủy sản Bình Minh: Created', '(undo)']);
		await act('Tag companies', (tx) => tags.tagCompanies(tx, lan, { ids: [binhMinh], add: ['VIP'], remove: [] }));
		expect((await changes(lan)).at(-1)).toEqual(['Create company', 'Thủy sản Bình Minh: Created']);
	});

	test('for a creation with all that was made with it', async () => {
		const ids = await makeCompanyWithEverything(lan);
		expect((await historyOf(lan, 'company', ids.company))[0]?.at(-1)).toBe('(undo)');
		await undo(ids.changeSet);
		expect(await db.company.count({ where: { userId: lan, id: ids.company } })).toBe(0);
	});

	test('of a stage move though the card was moved in its column since', async () => {
		const { id } = await addDeal(lan, binhMinh);
		const other = await addDeal(lan, binhMinh, 'Xe tải', 'proposal');
		await act('Change stage', (tx) => deals.changeStage(tx, lan, { id, stage: 'proposal', ...plainLoss }));
		await act('Move deal', (tx) =>
			deals.moveDeal(tx, lan, { id, stage: 'proposal', above: other.id, below: null, query: null, ...plainLoss }),
		);
		expect(await historyOf(lan, 'deal', id)).toEqual([
			['Change stage', 'Stage: Prospecting → Proposal', '(undo)'],
			['Create deal', 'Created'],
		]);
		// a move in the column counts as long as the card stands where it was put
		expect((await changes(lan))[0]).toEqual(['Move deal', '(undo)']);
		await act('Move deal', (tx) =>
			deals.moveDeal(tx, lan, { id, stage: 'proposal', above: null, below: other.id, query: null, ...plainLoss }),
		);
		expect((await changes(lan)).slice(0, 2)).toEqual([['Move deal', '(undo)'], ['Move deal']]);
	});

	test('not of a tag that others carry by now', async () => {
		const hoaSen = uuidv7();
		await edit(lan, binhMinh, 'Thủy sản Bình Minh', { tags: ['VIP'] });
		expect((await historyOf(lan, 'company', binhMinh))[0]?.at(-1)).toBe('(undo)');
		await act('Create company', (tx) =>
			companies.createCompany(tx, lan, company(hoaSen, 'Hoa Sen', { tags: ['VIP'] })),
		);
		expect((await historyOf(lan, 'company', binhMinh))[0]).toEqual([
			'Edit company',
			'Tag added: VIP',
			'+ 1 tag created',
		]);
	});

	test('exactly where undo_change_set() does it, whatever happened', async () => {
		const ids = await makeCompanyWithEverything(lan, 'Đầu tiên');
		const { id } = await addDeal(lan, binhMinh);
		const person = await addContact(lan, binhMinh, 'Phạm Văn Đức');
		await edit(lan, binhMinh, 'Bình Minh Group', { tags: ['VIP', 'Xuất khẩu'] });
		await act('Change stage', (tx) => deals.changeStage(tx, lan, { id, stage: 'proposal', ...plainLoss }));
		await act('Tag companies', (tx) =>
			tags.tagCompanies(tx, lan, { ids: [binhMinh, ids.company], add: ['VIP'], remove: [] }),
		);
		const [vip, other] = await db.tag.findMany({ where: { userId: lan, name: { in: ['VIP', 'Xuất khẩu'] } } });
		await act('Merge tags', (tx) => tags.mergeTags(tx, lan, { from: other?.id ?? '', into: vip?.id ?? '' }));
		await act('Delete contact', (tx) => contacts.deleteContact(tx, lan, { id: ids.contact }));
		await edit(lan, binhMinh, 'Bình Minh Holding', { tags: ['VIP'] });
		await act('Delete contact', (tx) => contacts.deleteContact(tx, lan, { id: person.id }));
		await act('Delete company', (tx) => companies.deleteCompany(tx, lan, { id: ids.company }));
		const { entries } = await listChanges(lan, 200);
		expect(entries).toHaveLength(12);
		for (const { id: set, label, canUndo } of entries) {
			const outcome = await tryUndo(set);
			expect([label, outcome === 'worked'], outcome).toEqual([label, canUndo]);
		}
		expect(entries.filter(({ canUndo }) => canUndo).length).toBeGreaterThan(2);
	});
});

/** What an undo would say, or that it would work; it is rolled back. */
const tryUndo = (id: string) =>
	recorded(async (tx) => {
		await undoChangeSet(tx, lan, { id });
		throw new Error('worked');
	}, 'Undo').catch((error: Error) => error.message);

const taken = /its place has been taken/;

test('after any sequence of actions and undos, an undo is offered where it works', async () => {
	const step = fc.record({
		name: fc.constantFrom(...actionNames),
		n: fc.nat({ max: 1000 }),
		undoes: fc.nat({ max: 5 }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
			lan = await makeAccount('Nguyễn Thị Lan');
			await db.settings.create({ data: { userId: lan } });
			await makeCompanyWithEverything(lan, 'Đầu tiên');
			await makeCompanyWithEverything(lan, 'Thứ hai');
			for (const { name, n, undoes } of steps) {
				const { entries } = await listChanges(lan, 200);
				const undone = undoes === 0 && entries.filter(({ canUndo }) => canUndo)[n % 3];
				if (undone) await undo(undone.id).catch((error: Error) => expect(error.message).toMatch(taken));
				else await act(name, (tx) => doAnything(tx, lan, name, n));
			}
			for (const entry of (await listChanges(lan, 200)).entries) {
				const { id, label, canUndo, undoneAt } = entry;
				const outcome = await tryUndo(id);
				// that a name was taken meanwhile is found out by the undo alone; what is undone is not offered, whatever it says
				if (undoneAt || (canUndo && taken.test(outcome))) continue;
				// an undo of a mere move never refuses, but does nothing where the card was moved on
				if (entry.rows.length === 0) continue;
				// the settings that an account began with stay
				if (entry.rows.some(({ entity, op }) => entity === 'settings' && op === 'created')) continue;
				expect([label, outcome === 'worked', outcome]).toEqual([label, canUndo, outcome]);
			}
		}),
		{ numRuns: 25 },
	);
}, 240_000);

test('an undo names the records with a page that are gone with it, and none where they stay', async () => {
	const gone = async (id: string) => (await acted((tx) => undoChangeSet(tx, lan, { id }))).data.gone;
	const company = uuidv7();
	const made = await act('Create company', (tx) =>
		companies.createCompany(tx, lan, newCompany.parse({ id: company, name: 'Hoa Sen' })),
	);
	expect(await gone(await edit(lan, binhMinh, 'Bình Minh'))).toEqual([]);
	const removed = await act('Delete company', (tx) => companies.deleteCompany(tx, lan, { id: binhMinh }));
	const restored = await acted((tx) => undoChangeSet(tx, lan, { id: removed }));
	expect(restored.data.gone).toEqual([]);
	expect(await gone(made)).toEqual([company]);
	// what was restored goes again
	expect(await gone(restored.changeSet)).toContain(binhMinh);
});
