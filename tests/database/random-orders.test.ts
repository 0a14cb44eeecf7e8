import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { companyList } from '@/features/companies/schema';
import { companyListQuery } from '@/features/companies/server/company-sql';
import { contactList } from '@/features/contacts/schema';
import { contactListQuery } from '@/features/contacts/server/contact-sql';
import { dealList } from '@/features/deals/schema';
import { dealListQuery } from '@/features/deals/server/deal-sql';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { findNeighbours } from '@/lib/list/list-neighbours';
import { type Direction, type SortBy, writeOrder } from '@/lib/list/list-order';
import { type PagePlace, pageRows, type SearchParams } from '@/lib/list/list-params';
import type { ListQuery } from '@/lib/list/list-query';
import { findAll, findPage } from '@/lib/list/list-sql';
import { makeFilteredAccount } from '../support/filtered-account';

const zone = 'Pacific/Auckland';

/** A row with what it is sorted by; null comes last in both directions. */
type Row = { id: string } & Record<string, string | number | null>;
type Listed = { sorts: string[]; rows: Row[]; query: (params: SearchParams) => [ListQuery, PagePlace] };

let lan: UserId;
const lists: Record<string, Listed> = {};

beforeAll(async () => {
	lan = await makeFilteredAccount({ timeZone: zone, weekStart: 1, currency: 'VND' });
	const read = (sql: string) => db.$queryRawUnsafe<Row[]>(sql.replaceAll('$1', `'${lan}'::uuid`));
	const at = (column: string) => `extract(epoch FROM ${column})::float8`;
	lists.contacts = {
		sorts: Object.keys(contactList.sorts),
		rows: await read(`
			SELECT p.id, name_key AS name, company_key AS company, job_title_key AS title, p.authority_rank AS authority,
				email_key AS email, ${at('s.last_contact_at')} AS "lastContact", ${at('created_at')} AS created
			FROM contact p JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id WHERE p.user_id = $1`),
		query: (params) => {
			const state = contactList.parse(params);
			return [contactListQuery(lan, state, zone), state];
		},
	};
	lists.companies = {
		sorts: Object.keys(companyList.sorts),
		rows: await read(`
			SELECT c.id, name_key AS name, industry_key AS industry, array_position(enum_range(NULL::company_size), size) AS size,
				s.contacts, s.open_deals AS deals, ${at('s.last_contact_at')} AS "lastContact", ${at('created_at')} AS created
			FROM company c JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id WHERE c.user_id = $1`),
		query: (params) => {
			const state = companyList.parse(params);
			return [companyListQuery(lan, state, zone), state];
		},
	};
	lists.deals = {
		sorts: Object.keys(dealList.sorts),
		rows: await read(`
			SELECT id, name_key AS name, company_key AS company, contact_key AS contact,
				array_position(enum_range(NULL::deal_stage), stage) AS stage, currency, value::float8, probability,
				${at('expected_close_on')} AS close, ${at('closed_at')} AS closed, ${at('created_at')} AS created
			FROM deal WHERE user_id = $1`),
		query: (params) => {
			const state = dealList.parse({ view: 'list', ...params });
			return [dealListQuery(lan, state, zone), state];
		},
	};
}, 60_000);

type Value = string | number | null | undefined;
function compare(one: Value, other: Value, direction: Direction): number {
	if (one === other) return 0;
	if (one === null || one === undefined) return 1;
	if (other === null || other === undefined) return -1;
	return one < other === (direction === 'asc') ? -1 : 1;
}

/** The rows in an order, as plain JavaScript sorts them: amounts currency by currency, the account's own first. */
function sorted(rows: Row[], order: SortBy<string>[]): string[] {
	const [{ sort, direction }] = order as [SortBy<string>];
	const last = [...(sort === 'authority' ? [{ sort: 'name', direction }] : []), { sort: 'id', direction }];
	const ownFirst = ({ currency }: Row) => (currency === 'VND' ? 0 : 1);
	return rows
		.toSorted((a, b) => {
			for (const each of [...order, ...last]) {
				if (each.sort === 'value') {
					const parts = compare(ownFirst(a), ownFirst(b), 'asc') || compare(a.currency, b.currency, 'asc');
					if (parts) return parts;
				}
				const found = compare(a[each.sort], b[each.sort], each.direction);
				if (found) return found;
			}
			return 0;
		})
		.map(({ id }) => id);
}

const someOrder = (sorts: string[]) =>
	fc
		.tuple(fc.shuffledSubarray(sorts, { minLength: 1, maxLength: 4 }), fc.array(fc.boolean(), { minLength: 4 }))
		.map(([columns, turned]) =>
			columns.map((sort, place): SortBy<string> => ({ sort, direction: turned[place] ? 'desc' : 'asc' })),
		);

const runs = { numRuns: 60, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true };

describe.each(['contacts', 'companies', 'deals'])('%s by several columns', (noun) => {
	const listOf = () => lists[noun] as Listed;

	test('are in the order of plain JavaScript, each on one page, in the list and in its file', async () => {
		const { sorts, rows, query } = listOf();
		await fc.assert(
			fc.asyncProperty(
				someOrder(sorts),
				fc.constantFrom(...pageRows),
				fc.boolean(),
				async (order, size, isNarrowed) => {
					const params = {
						sort: writeOrder(order),
						rows: String(size),
						// all rows, in a list that is collected instead of walked
						...(isNarrowed && { createdFrom: '1901-01-01' }),
					};
					const expected = sorted(rows, order);
					const found: string[] = [];
					for (let page = 1; found.length < rows.length && page < 99; page++) {
						const { ids, more } = await findPage(...query({ ...params, page: String(page) }));
						found.push(...ids);
						expect(more).toBe(found.length < rows.length);
					}
					expect(found).toEqual(expected);
					const all = await db.$transaction(async (tx) => {
						const read: string[] = [];
						for await (const ids of findAll(tx, query(params)[0])) read.push(...ids);
						return read;
					});
					expect(all).toEqual(expected);
				},
			),
			runs,
		);
	}, 90_000);

	test('lead on from any row, page by page and record by record', async () => {
		const { sorts, rows, query } = listOf();
		await fc.assert(
			fc.asyncProperty(
				someOrder(sorts),
				fc.nat({ max: rows.length - 1 }),
				fc.boolean(),
				async (order, at, isNarrowed) => {
					const params = { sort: writeOrder(order), ...(isNarrowed && { createdFrom: '1901-01-01' }) };
					const expected = sorted(rows, order);
					const row = expected[at] as string;
					expect(await findNeighbours(query(params)[0], row)).toEqual({
						place: at + 1,
						count: rows.length,
						previous: expected[at - 1] ?? null,
						next: expected[at + 1] ?? null,
					});
					const whole = { sort: writeOrder(order), page: '501' };
					expect((await findPage(...query({ ...whole, after: row }))).ids).toEqual(expected.slice(at + 1, at + 21));
					expect((await findPage(...query({ ...whole, before: row }))).ids).toEqual(
						expected.slice(Math.max(0, at - 20), at),
					);
				},
			),
			runs,
		);
	}, 90_000);
});
