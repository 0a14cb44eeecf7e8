import fs from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import * as contacts from '@/features/contacts/server/contact-mutations';
import {
	actionNames as actionsAsked,
	type HistoryFilter,
	type HistoryPlace,
	historyKinds,
	historyQuery,
	instantsOf,
	noFilter,
	parseHistory,
} from '@/features/history/history-filter';
import { findChangeSets } from '@/features/history/server/change-set-queries';
import { listHistory } from '@/features/history/server/history-queries';
import * as tags from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { fold } from '@/lib/list/search';
import { makeAccount } from '../support/accounts';
import { recorded, undo } from '../support/act';
import { actionNames, doAnything } from '../support/any-action';
import { addContact, addDeal, edit, makeBinhMinh } from '../support/history';
import { isOfKind, isOfName, readHistory } from '../support/plain-history';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	({ lan, binhMinh } = await makeBinhMinh());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const settings = { currency: 'USD', locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };

/** The labels of the changes that a filter leaves, the newest first. */
async function labels(filter: Partial<HistoryFilter>) {
	const { entries, named } = await listHistory(lan, { ...noFilter, ...filter }, settings);
	return { labels: entries.map(({ label }) => label), named: named && { records: named.ids.length, more: named.more } };
}

describe('the history is filtered', () => {
	test('by what happened to which kind: a tag on a company changes the company, unless it came with it', async () => {
		const { id } = await addContact(lan, binhMinh, 'Phạm Văn Đức');
		await act('Tag companies', (tx) => tags.tagCompanies(tx, lan, { ids: [binhMinh], add: ['VIP'], remove: [] }));
		await addDeal(lan, binhMinh);
		await edit(lan, binhMinh, 'Bình Minh', { tags: ['VIP'] });
		await act('Delete contact', (tx) => contacts.deleteContact(tx, lan, { id }));
		expect((await labels({ kind: 'company' })).labels).toEqual(['Edit company', 'Tag companies', 'Create company']);
		expect((await labels({ kind: 'company', action: 'changed' })).labels).toEqual(['Edit company', 'Tag companies']);
		expect((await labels({ kind: 'deal', action: 'changed' })).labels).toEqual([]);
		expect((await labels({ kind: 'contact', action: 'deleted' })).labels).toEqual(['Delete contact']);
		expect((await labels({ action: 'created', kind: 'tag' })).labels).toEqual(['Tag companies']);
	});

	test('by a name without its accents, also that of a record that is gone', async () => {
		await addContact(lan, binhMinh, 'Trần Thị Hương');
		const { id } = await addContact(lan, binhMinh, 'Phạm Văn Đức');
		await act('Delete contact', (tx) => contacts.deleteContact(tx, lan, { id }));
		const gone = await labels({ q: 'pham duc' });
		expect(gone).toEqual({ labels: ['Delete contact', 'Create contact'], named: { records: 1, more: false } });
		expect((await labels({ q: 'Hương' })).labels).toEqual(['Create contact']);
		expect((await labels({ q: 'pham duc', action: 'created' })).labels).toEqual(['Create contact']);
		expect(await labels({ q: 'nobody' })).toEqual({ labels: [], named: { records: 0, more: false } });
		expect(await labels({ q: '…' })).toEqual({ labels: [], named: { records: 0, more: false } });
	});

	test('by a name that fifty and more have', async () => {
		await db.contact.createMany({
			data: Array.from({ length: 60 }, (_, n) => ({ userId: lan, companyId: binhMinh, name: `Nguyễn Văn ${n}` })),
		});
		expect((await labels({ q: 'nguyen van' })).named).toEqual({ records: 50, more: true });
	});

	test('and never shows another account’s changes or records', async () => {
		const minh = await makeAccount('Lê Minh');
		for (const filter of [{}, { q: 'Bình Minh' }, { kind: 'company' as const }, { action: 'created' as const }]) {
			const { entries } = await listHistory(minh, { ...noFilter, ...filter }, settings);
			expect(entries.map(({ label }) => label)).not.toContain('Create company');
		}
		expect((await labels({ q: 'Bình Minh' })).labels).toEqual(['Create company']);
	});

	test('as plain JavaScript filters all lines of the log, page by page, after any actions', async () => {
		await makeCompanyWithEverything(lan, 'Đông Á');
		const steps = fc.array(fc.record({ name: fc.constantFrom(...actionNames), n: fc.nat(50), undoes: fc.nat(4) }), {
			minLength: 25,
			maxLength: 25,
		});
		for (const { name, n, undoes } of fc.sample(steps, 3).flat()) {
			const [last] = await db.changeSet.findMany({
				where: { userId: lan },
				orderBy: { at: 'desc' },
				take: 1,
				skip: n % 5,
			});
			if (undoes === 0 && last) await undo(lan, last.id).catch(() => null);
			else await act(name, (tx) => doAnything(tx, lan, name, n));
		}
		const known = await readHistory(lan);
		const words = [...new Set(known.flatMap(({ names }) => names.flatMap((name) => fold(name).split(' '))))];
		const drawn = { sets: 0, byName: 0 };
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					kind: fc.option(fc.constantFrom(...(Object.keys(historyKinds) as (keyof typeof historyKinds)[])), {
						nil: undefined,
					}),
					action: fc.option(fc.constantFrom(...(Object.keys(actionsAsked) as (keyof typeof actionsAsked)[])), {
						nil: undefined,
					}),
					from: fc.option(fc.constantFrom(...known), { nil: undefined, freq: 1 }),
					to: fc.option(fc.constantFrom(...known), { nil: undefined, freq: 1 }),
					word: fc.option(fc.constantFrom(...words.filter((word) => /^[a-z]{3,}$/.test(word))), { nil: '' }),
					limit: fc.integer({ min: 1, max: 9 }),
				}),
				async ({ word, kind, action, from, to, limit }) => {
					const filter = { q: word, kind, action };
					const span = [from?.at, to?.at] as [Date | undefined, Date | undefined];
					const expected = known.filter(
						(set) =>
							(!from || set.at >= from.at) &&
							(!to || set.at < to.at) &&
							(word ? isOfName(set, known, word, { kind, action }) : isOfKind(set, { kind, action })),
					);
					const found: string[] = [];
					let before: HistoryPlace | undefined;
					do {
						const page = await findChangeSets(lan, { filter: { ...filter, before }, span, limit });
						expect(page.ids.length).toBeLessThanOrEqual(limit);
						found.push(...page.ids);
						before = page.older ?? undefined;
					} while (before);
					expect(found).toEqual(expected.map(({ id }) => id));
					drawn.sets += found.length;
					if (word) drawn.byName += found.length;
				},
			),
			{ numRuns: 60 },
		);
		expect(drawn.sets).toBeGreaterThan(20);
		expect(drawn.byName).toBeGreaterThan(2);
	});

	test('after an upgrade as before: the kinds of earlier changes are read from the log', async () => {
		await makeCompanyWithEverything(lan, 'Đông Á');
		await edit(lan, binhMinh, 'Bình Minh', { tags: ['VIP'] });
		const noted = await readKinds();
		await db.changeKind.deleteMany({ where: { userId: lan } });
		const migration = fs.readFileSync('prisma/migrations/20261202040000_changes_by_kind/migration.sql', 'utf8');
		const [backfill = ''] = migration.split(';').filter((statement) => statement.includes('INSERT INTO'));
		await db.$transaction(async (tx) => {
			await tx.changeKind.deleteMany();
			await tx.$executeRawUnsafe(backfill);
		});
		expect(await readKinds()).toEqual(noted);
		expect(noted.length).toBeGreaterThan(8);
	});
});

const readKinds = async () =>
	(await db.changeKind.findMany({ where: { userId: lan } }))
		.map(({ kind, op, at, changeSetId }) => [kind, op, at.toISOString(), changeSetId].join())
		.toSorted();

test('an address says what is filtered, and nonsense in it filters nothing', () => {
	const id = '019ad7a2-0000-7000-8000-000000000001';
	const filter: HistoryFilter = {
		...{ q: 'Bình Minh & Co', kind: 'deal', action: 'changed', when: 'own', from: '2026-11-01', to: '2026-11-30' },
		before: { at: 1_764_500_000_000, id },
	};
	const query = historyQuery(filter, { before: filter.before });
	expect(parseHistory(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
	expect(historyQuery(filter)).not.toContain('before');
	for (const params of [
		{ kind: 'user', action: 'drop', when: 'ever', before: '1_x', q: '' },
		{ before: `99999999999999999_${id}`, from: '2026-11-01', to: 'x' },
		{ when: 'own', from: 'x', kind: ['constructor', '__proto__'] },
	])
		expect({ ...parseHistory(params), when: undefined }).toEqual(noFilter);
	expect(instantsOf({ ...noFilter, when: 'own', from: '2026-11-01', to: '2026-11-30' }, settings)).toEqual([
		new Date('2026-10-31T17:00:00Z'),
		new Date('2026-11-30T17:00:00Z'),
	]);
});
