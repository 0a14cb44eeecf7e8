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
import { addContact, addDeal, company, edit, historyOf, makeBinhMinh } from '../support/history';
import { rounds } from '../support/rounds';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot, snapshotIn } from '../support/snapshot';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	({ lan, binhMinh } = await makeBinhMinh());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const undo = (id: string) => undoOf(lan, id);

describe('an undo', () => {
	test('is offered for all that is not undone, and for the undo itself, which makes it again', async () => {
		const first = await edit(lan, binhMinh, 'Một');
		const second = await edit(lan, binhMinh, 'Hai');
		const undone = await undo(second);
		expect(await historyOf(lan, 'company', binhMinh)).toEqual([
			['Undid: Edit company', 'Company name: Hai → Một'],
			['Edit company', 'Company name: Một → Hai', '(undone)'],
			['Edit company', 'Company name: Thủy sản Bình Minh → Một'],
			['Create company', 'Created'],
		]);
		await undo(undone);
		expect((await historyOf(lan, 'company', binhMinh)).slice(0, 3)).toEqual([
			['Redid: Edit company', 'Company name: Một → Hai'],
			['Undid: Edit company', 'Company name: Hai → Một', '(undone)'],
			['Edit company', 'Company name: Một → Hai'],
		]);
		expect(await tryUndo(first)).toMatch(/^Can’t undo this: “Một” was edited later, on .+\. Nothing was changed\.$/);
	});

	test('of a creation is refused while something hangs on it that came later, by its name', async () => {
		const [{ id: creation = '' } = {}] = (await listChanges(lan, 1)).entries;
		expect(await tryUndo(creation)).toBe('worked');
		const { id } = await addContact(lan, binhMinh, 'Phạm Văn Đức');
		expect(await tryUndo(creation)).toBe('Can’t undo this: “Phạm Văn Đức” depends on it. Nothing was changed.');
		await act('Delete contact', (tx) => contacts.deleteContact(tx, lan, { id }));
		expect(await tryUndo(creation)).toBe('worked');
		await act('Tag companies', (tx) => tags.tagCompanies(tx, lan, { ids: [binhMinh], add: ['VIP'], remove: [] }));
		expect(await tryUndo(creation)).toMatch(/depends on it/);
	});

	test('of a creation takes all that was made with it', async () => {
		const ids = await makeCompanyWithEverything(lan);
		await undo(ids.changeSet);
		expect(await db.company.count({ where: { userId: lan, id: ids.company } })).toBe(0);
	});

	test('of a stage move works though the card was moved in its column since', async () => {
		const { id } = await addDeal(lan, binhMinh);
		const other = await addDeal(lan, binhMinh, 'Xe tải', 'proposal');
		const moved = await act('Change stage', (tx) =>
			deals.changeStage(tx, lan, { id, stage: 'proposal', ...plainLoss }),
		);
		await act('Move deal', (tx) =>
			deals.moveDeal(tx, lan, { id, stage: 'proposal', above: other.id, below: null, query: null, ...plainLoss }),
		);
		expect(await historyOf(lan, 'deal', id)).toEqual([
			['Change stage', 'Stage: Prospecting → Proposal'],
			['Create deal', 'Created'],
		]);
		expect(await tryUndo(moved)).toBe('worked');
	});

	test('of a tag is refused where others carry it by now', async () => {
		const tagged = await edit(lan, binhMinh, 'Thủy sản Bình Minh', { tags: ['VIP'] });
		await act('Create company', (tx) =>
			companies.createCompany(tx, lan, company(uuidv7(), 'Hoa Sen', { tags: ['VIP'] })),
		);
		expect(await tryUndo(tagged)).toMatch(/^Can’t undo this/);
	});

	test('of the first settings is refused', async () => {
		const [set] = [await act('Change region', (tx) => tx.settings.create({ data: { userId: lan } }))];
		expect(await tryUndo(set)).toBe('Can’t undo this: an account always has settings. Nothing was changed.');
	});
});

/** What an undo would say, or that it would work; it is rolled back. */
const tryUndo = (id: string) =>
	recorded(async (tx) => {
		await undoChangeSet(tx, lan, { id });
		throw new Error('worked');
	}, 'Undo').catch((error: Error) => error.message);

type Row = Record<string, unknown>;
type State = Record<string, unknown[]>;

/** Tables and columns that no undo touches by itself: they follow the others. */
const derived = new Set(['field_value', 'company_stats', 'contact_stats', 'search_document']);
const copied = new Set(['search', 'company_key', 'contact_key', 'other_people', 'further_points', 'key']);

/** The content of each row by what identifies it: without what is copied, and a deal's place, which is never in the way. */
function rowsOf(state: State): Map<string, string> {
	const entries = Object.entries(state).flatMap(([table, rows]) =>
		derived.has(table)
			? []
			: (rows as Row[]).map((row): [string, string] => {
					const keys = ['id', 'company_id', 'contact_id', 'deal_id', 'activity_id', 'tag_id'].filter(
						(key) => key === 'id' || row.id === undefined,
					);
					return [
						[table, ...keys.map((key) => row[key])].join(' '),
						JSON.stringify(Object.entries(row).filter(([column]) => column !== 'position' && !copied.has(column))),
					];
				}),
	);
	return new Map(entries);
}

test('after any sequence of actions and undos, an undo gives back what there was, or refuses because of a later change', async () => {
	const step = fc.record({
		name: fc.constantFrom(...actionNames),
		n: fc.nat({ max: 1000 }),
		undoes: fc.nat({ max: 5 }),
	});
	let [worked, refused] = [0, 0];
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
			lan = await makeAccount('Nguyễn Thị Lan');
			await db.settings.create({ data: { userId: lan } });
			await makeCompanyWithEverything(lan, 'Đầu tiên');
			await makeCompanyWithEverything(lan, 'Thứ hai');
			let now: State = await snapshot(lan);
			const done: { set: string; before: State; after: State }[] = [];
			for (const { name, n, undoes } of steps) {
				const before = now;
				const known = undoes === 0 && done[n % Math.max(done.length, 1)];
				const set = known
					? await undo(known.set).catch(() => null)
					: await act(name, (tx) => doAnything(tx, lan, name, n));
				now = await snapshot(lan);
				if (set) done.push({ set, before, after: now });
				else expect(now).toEqual(before);
			}
			const present = rowsOf(now);
			for (const { set, ...states } of done) {
				const [before, after] = [rowsOf(states.before), rowsOf(states.after)];
				const touched = [...new Set([...before.keys(), ...after.keys()])].filter(
					(key) => before.get(key) !== after.get(key),
				);
				let undone: State | undefined;
				const outcome = await recorded(async (tx) => {
					await undoChangeSet(tx, lan, { id: set });
					undone = await snapshotIn(tx, lan);
					throw new Error('worked');
				}, 'Undo').catch((error: Error) => error.message);
				if (undone) {
					worked++;
					const restored = rowsOf(undone);
					const expected = new Map(present);
					for (const key of touched) {
						const content = before.get(key);
						if (content === undefined) expected.delete(key);
						else expected.set(key, content);
					}
					expect(Object.fromEntries(restored)).toEqual(Object.fromEntries(expected));
				} else {
					refused++;
					expect(outcome).toMatch(/^(Can’t undo this|There is nothing to undo|This was already undone)/);
					// what nothing has touched since is refused for what hangs on it or what it belonged to alone; a mere move has touched nothing
					if (touched.length > 0 && touched.every((key) => present.get(key) === after.get(key)))
						expect(outcome).toMatch(
							/depends on it|was deleted or replaced|always has settings|There is nothing to undo|already undone/,
						);
				}
			}
		}),
		{ numRuns: rounds(8) },
	);
	expect(Math.min(worked, refused)).toBeGreaterThan(5);
}, 240_000);

test('an undo counts what comes back a statement at a time, however many people and calls these are', async () => {
	await db.$executeRaw`
		INSERT INTO contact (user_id, id, company_id, name)
		SELECT ${lan}::uuid, gen_random_uuid(), ${binhMinh}::uuid, 'Lê Thị ' || n FROM generate_series(1, 60) n`;
	await db.$executeRaw`
		INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
		SELECT ${lan}::uuid, gen_random_uuid(), company_id, id, 'call', 'Gọi', now() FROM contact WHERE user_id = ${lan}::uuid`;
	const removed = await act('Delete company', (tx) => companies.deleteCompany(tx, lan, { id: binhMinh }));
	const { data } = await acted(async (tx) => {
		await tx.$executeRaw`SET LOCAL track_functions = 'pl'`;
		await undoChangeSet(tx, lan, { id: removed });
		return tx.$queryRaw<{ funcname: string; calls: number }[]>`
			SELECT funcname, calls::int FROM pg_stat_xact_user_functions WHERE funcname ~ '^count_|^log_inserts|^open_|^add_documents'`;
	});
	const calls = Object.fromEntries(data.map(({ funcname, calls }) => [funcname, calls]));
	expect(calls.log_inserts).toBeGreaterThan(2);
	for (const [name, times] of Object.entries(calls)) expect(times, name).toBeLessThan(30);
	expect(await db.activity.count({ where: { userId: lan } })).toBe(60);
});

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
