import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { activityFields } from '@/features/activities/activity-fields';
import { activityList } from '@/features/activities/schema';
import { activityFile } from '@/features/activities/server/activity-export-queries';
import { countActivityOptions } from '@/features/activities/server/activity-filter-queries';
import { listActivities } from '@/features/activities/server/activity-queries';
import { companyFields } from '@/features/companies/company-fields';
import { companyList } from '@/features/companies/schema';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { countCompanyOptions } from '@/features/companies/server/company-filter-queries';
import { listCompanies } from '@/features/companies/server/company-queries';
import { contactFields } from '@/features/contacts/contact-fields';
import { contactList } from '@/features/contacts/schema';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { countContactOptions } from '@/features/contacts/server/contact-filter-queries';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { dealFields } from '@/features/deals/deal-fields';
import { dealList } from '@/features/deals/schema';
import { findBoard } from '@/features/deals/server/deal-board-queries';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { countDealOptions } from '@/features/deals/server/deal-filter-queries';
import { listDeals } from '@/features/deals/server/deal-queries';
import type { MakeFile } from '@/features/export/server/export-queries';
import type { UserId } from '@/lib/auth/session';
import { writeConditions } from '@/lib/list/condition-text';
import { type Condition, noConditions, type Where } from '@/lib/list/conditions';
import type { ListFields } from '@/lib/list/list-fields';
import { pageRows, type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import { writeWhere } from '@/lib/list/written-conditions';
import { rowsOf } from '../support/exports';
import { makeFilteredAccount, readPlainRows } from '../support/filtered-account';
import { meets, type PlainRow, someWhere } from '../support/plain-filters';

// Saturday begins the week, and the account's day is another one than that of UTC for half of each day
const settings = { timeZone: 'Pacific/Auckland', weekStart: 6, currency: 'VND', locale: 'vi-VN' };
const { timeZone } = settings;

let lan: UserId;
let rows: Awaited<ReturnType<typeof readPlainRows>>;

beforeAll(async () => {
	lan = await makeFilteredAccount({ timeZone, weekStart: 6, currency: 'VND' });
	rows = await readPlainRows(lan);
}, 60_000);

/** What JavaScript has no plain rule for, and other tests look at: what a person's rhythm asks for, and signals. */
const plain = (fields: ListFields): ListFields => {
	const { signal, silence, ...others } = fields;
	if (!silence) return others;
	return {
		...others,
		silence: { ...silence, options: (silence.options ?? []).filter(({ value }) => value !== 'rhythm') },
	};
};

type Listed = { rows: { name?: string; subject?: string }[]; count: number };
const lists: [keyof typeof rows, ListFields, (params: SearchParams) => Promise<Listed>, MakeFile, string][] = [
	[
		'contacts',
		contactFields,
		(params) => listContacts(lan, contactList.parse(params), timeZone),
		contactFile,
		'Contact name',
	],
	[
		'companies',
		companyFields,
		(params) => listCompanies(lan, companyList.parse(params), timeZone),
		companyFile,
		'Company name',
	],
	['deals', dealFields, (params) => listDeals(lan, dealList.parse(params), timeZone), dealFile, 'Deal name'],
	[
		'activities',
		activityFields,
		(params) => listActivities(lan, activityList.parse(params), settings),
		activityFile,
		'Subject',
	],
];

const runs = { numRuns: 100, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true };
const named = (found: { name?: string; subject?: string }[]) => found.map(({ name, subject }) => name ?? subject ?? '');

describe('random filters find the rows that plain JavaScript finds', () => {
	test.each(lists)(
		'of %s, in the list and in its file',
		async (noun, fields, list, makeFile, head) => {
			let found = 0;
			await fc.assert(
				fc.asyncProperty(someWhere(plain(fields), rows[noun]), async (where) => {
					const expected = expectedOf(noun, fields, where);
					const params = searchParamsOf(new URLSearchParams(writeWhere(fields, where)).toString());
					const page = await list(params);
					expect(page.count).toBe(expected.length);
					expect(page.rows).toHaveLength(Math.min(expected.length, pageRows[0]));
					expect(expected).toEqual(expect.arrayContaining(named(page.rows)));
					if (expected.length > 0 && expected.length < rows[noun].length) found++;
					// a file takes some milliseconds a row, and a small one shows as well what is in it
					if (expected.length > 40) return;
					const file = await rowsOf(lan, makeFile, { view: 'list', ...params });
					expect(file.map((row) => row[head]).sort()).toEqual(expected);
				}),
				runs,
			);
			expect(found).toBeGreaterThan(30);
		},
		90_000,
	);

	test('on the board, in its cards and its sums', async () => {
		await fc.assert(
			fc.asyncProperty(someWhere(plain(dealFields), rows.deals), async (where) => {
				const query = new URLSearchParams(writeWhere(dealFields, where)).toString();
				const { cards } = await findBoard(lan, { query, limit: 200 });
				const shown = Object.values(cards)
					.flat()
					.map(({ name }) => name);
				expect(shown.sort()).toEqual(expectedOf('deals', dealFields, where));
			}),
			runs,
		);
	}, 90_000);
});

const counters = {
	contacts: countContactOptions,
	companies: countCompanyOptions,
	deals: countDealOptions,
	activities: countActivityOptions,
};

test.each(lists)(
	'each option of a field of %s has as many rows beside it as plain JavaScript counts',
	async (noun, fields) => {
		const offered = Object.entries(plain(fields)).filter(
			([, { kind, source }]) => !source && ['choice', 'record', 'yes'].includes(kind),
		);
		let some = 0;
		await fc.assert(
			fc.asyncProperty(
				someWhere(plain(fields), rows[noun]),
				fc.constantFrom(...offered),
				async (where, [name, field]) => {
					const query = new URLSearchParams(writeWhere(fields, where)).toString();
					const counts = await counters[noun](lan, { field: name, query });
					const meetsAll = (asked: Where) => (row: PlainRow) => meets(fields, row, asked, settings);
					const left = rows[noun].filter(meetsAll(where));
					for (const value of new Set([
						...Object.keys(counts),
						...(field.options ?? []).map((option) => option.value),
					])) {
						if (value === 'rhythm') continue;
						const is = field.kind === 'yes' ? 'is' : value === '' ? 'empty' : 'any';
						const one: Condition = { field: name, is, values: value === '' ? [] : [value] };
						const expected = left.filter(meetsAll({ ...noConditions, conditions: [one] }));
						expect(counts[value] ?? 0, `${name} ${value}`).toBe(expected.length);
						if (expected.length > 0 && expected.length < left.length) some++;
					}
					// what has one value each leaves none out
					if (!['silence', 'tags', 'lostReason'].includes(name))
						expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(left.length);
				},
			),
			{ ...runs, numRuns: 60 },
		);
		expect(some).toBeGreaterThan(20);
	},
	90_000,
);

test('a field that is none, or has no options, has no counts', async () => {
	for (const field of ['__proto__', 'name', 'company', 'nothing'])
		expect(await countContactOptions(lan, { field, query: '' })).toEqual({});
	const signals = await countDealOptions(lan, { field: 'signal', query: 'stage=proposal' });
	const { count } = await listDeals(lan, dealList.parse({ signal: 'none', stage: 'proposal' }), timeZone);
	expect(signals.none).toBe(count);
});

test('whatever an address says, its options are counted', async () => {
	const anyText = fc.string({ unit: 'binary', maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(anyText, anyText, fc.constantFrom('stage', 'signal', 'lostReason'), async (text, other, field) => {
			const asked = new URLSearchParams({ q: text, stage: other, match: 'any', sort: text, view: other });
			for (const each of [text, `name.contains:${text}`, `1/lostReason.any:${other}`]) asked.append('f', each);
			const counts = await countDealOptions(lan, { field, query: asked.toString() });
			expect(Object.values(counts).every((count) => count >= 0)).toBe(true);
			expect(await countDealOptions(lan, { field: `${text}.`, query: asked.toString() })).toEqual({});
		}),
		{ ...runs, numRuns: 30 },
	);
}, 90_000);

/** The older parameters of the lists, with values that find something. */
const older: Record<keyof typeof rows, string[]> = {
	contacts: [
		'decides=yes',
		'left=no',
		'left=yes',
		'authority=primary',
		'silent=60',
		'silent=rhythm',
		'silent=never',
		'lastFrom=2026-10-01',
		'createdTo=2026-11-01',
	],
	companies: ['industry=thuy+san', 'size=1-10', 'silent=30', 'lastTo=2026-11-20', 'createdFrom=2026-09-01'],
	deals: [
		...[
			'stage=proposal',
			'signal=overdue',
			'signal=later',
			'signal=none',
			'signal=stale',
			'signal=single',
			'currency=USD',
			'valueFrom=500',
		],
		...[
			'valueTo=2000EUR',
			'close=month',
			'close=30days',
			'closeDay=none',
			'closedFrom=2026-10-01',
			'lostReason=price',
			'noReason=yes',
		],
	],
	activities: ['type=call', 'when=month', 'when=30days', 'from=2026-10-01', 'to=2026-11-20'],
};

test.each(lists)(
	'the older filters of %s find what the conditions that they are read as find',
	async (noun, _, list) => {
		const { whereOf, parse } = {
			contacts: contactList,
			companies: companyList,
			deals: dealList,
			activities: activityList,
		}[noun];
		const everything = (await list({ view: 'list' })).count;
		let narrowed = 0;
		await fc.assert(
			fc.asyncProperty(fc.subarray(older[noun], { minLength: 1, maxLength: 4 }), async (parts) => {
				const params = searchParamsOf(parts.join('&'));
				const { conditions } = whereOf(parse(params) as never);
				// a group of one is never written by them
				const f = writeConditions({ conditions: [], groups: conditions.map((condition) => [condition]) });
				const [before, now] = await Promise.all([list(params), list({ f })]);
				expect(now.count).toBe(before.count);
				expect(named(now.rows)).toEqual(named(before.rows));
				if (before.count > 0 && before.count < everything) narrowed++;
			}),
			{ ...runs, numRuns: 40 },
		);
		expect(narrowed).toBeGreaterThan(5);
	},
	90_000,
);

function expectedOf(noun: keyof typeof rows, fields: ListFields, where: Parameters<typeof meets>[2]): string[] {
	const met = (row: PlainRow) => meets(fields, row, where, settings);
	return rows[noun]
		.filter(met)
		.map(({ name }) => name)
		.sort();
}
