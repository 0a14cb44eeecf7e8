import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listRefusals } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { run } from '../support/import-files';
import { rounds } from '../support/rounds';

/** How a cell of a field is written, and by what it is found afterwards. */
type Cell = { text: string; found: string };
type Field = (row: number, column: number, odd: boolean) => Cell;

const word = (row: number, column: number) => `Từ${row}x${column}`;
const plain = (text: string): Cell => ({ text, found: text });
const text: Field = (row, column) => plain(word(row, column));
const oneOf =
	(...names: string[]): Field =>
	(row, column) =>
		plain(names[(row * 7 + column) % names.length] ?? '');
/** A field whose values are of a form; an odd one is a text. */
const typed =
	(write: (row: number, column: number) => string | Cell): Field =>
	(row, column, odd) => {
		const cell = odd ? `lạ ${word(row, column)}` : write(row, column);
		return typeof cell === 'string' ? plain(cell) : cell;
	};
const number = (row: number, column: number) => 1_000 + row * 100 + column;
const email = typed((row, column) => `m${row}x${column}@example.com`);
const phone = typed((row, column) => `0903 00${number(row, column)}`);
const link = typed((row, column) => `https://w${row}x${column}.example.com/a`);
const day = typed(
	(row, column) => `2026-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (column % 28)).padStart(2, '0')}`,
);
const size = typed(() => '51-200');

const address = { address: text, street: text, city: text, country: text };
const introducer = { introducedBy: text, introducedByCompany: text };
const person = {
	contact: oneOf('Lê Nam', 'Đặng Thị Ánh'),
	contactEmail: email,
	contactPhone: phone,
	contactTitle: text,
};
const company = {
	...{ companyWebsite: link, companyPhone: phone, companyEmail: email },
	...{ companyIndustry: text, companySize: size, companyAddress: text },
};

const kinds: Record<
	'companies' | 'contacts' | 'deals',
	{ always: Record<string, Field>; fields: Record<string, Field> }
> = {
	companies: {
		always: { name: oneOf('Hoa Sen', 'Sao Mai', 'Bình Minh') },
		fields: {
			...{ industry: text, size, website: link, phone, email, ...address, ...introducer, ...person },
			...{ notes: text, tags: text },
		},
	},
	contacts: {
		always: { name: oneOf('Lê Nam', 'Đặng Thị Ánh', 'Trần Quốc Bảo') },
		fields: {
			...{ company: oneOf('Hoa Sen', 'Sao Mai'), ...company, jobTitle: text, email, phone, link },
			...{ firstName: text, lastName: text },
			...{ authorityLevel: text, rhythm: text, leftOn: day, leftTo: text, ...introducer, reportsTo: text },
			...{ ...address, notes: text, tags: text },
		},
	},
	deals: {
		always: { name: oneOf('Máy bơm', 'Kho lạnh'), company: oneOf('Hoa Sen', 'Sao Mai') },
		fields: {
			...{ ...company, ...person, people: text, stage: oneOf('Proposal', 'Closed Lost', 'Closed Won') },
			...{ ownProbability: typed(() => '37'), expectedCloseOn: day, closedOn: day, createdOn: day },
			...{ lostReason: text, notes: text },
		},
	},
};

/** All that an account has, as one text, and the days in it in another time zone. */
async function everythingOf(userId: UserId): Promise<string> {
	const where = { userId };
	const all = await Promise.all([
		db.company.findMany({ where }),
		db.contact.findMany({ where }),
		db.deal.findMany({ where }),
		db.contactPoint.findMany({ where }),
		db.tag.findMany({ where }),
	]);
	return JSON.stringify(all);
}

const written: Record<string, RegExp> = {
	companySize: /from_51_to_200/,
	size: /from_51_to_200/,
	stage: /proposal|closed_lost|closed_won/,
};

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])('of a file of %s', (kind) => {
	const { always, fields } = kinds[kind];
	const columns = fc
		.subarray([...Object.keys(fields), 'own', 'left'], { minLength: 3 })
		.map((chosen) => [...Object.keys(always), ...chosen]);
	const file = columns.chain((chosen) => {
		const cell = fc.constantFrom('', 'good', 'good', 'odd');
		const row = fc.tuple(...chosen.map((id) => (id in always ? fc.constant('good') : cell)));
		return fc.tuple(fc.constant(chosen), fc.array(row, { minLength: 1, maxLength: 5 }));
	});

	test('every value of a row that is taken is in a record, or counted', { timeout: 180_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(file, async ([chosen, rows]) => {
				const userId = await makeAccount('Nguyễn Thị Lan');
				const write: Record<string, Field> = { ...fields, ...always, own: text, left: text };
				const cells = rows.map((states, row) =>
					states.map((state, column) =>
						state === '' ? null : write[chosen[column] ?? '']?.(row, column, state === 'odd'),
					),
				);
				const content = [
					chosen.map((id, column) => `Cột ${column} ${id}`).join(';'),
					...cells.map((row) => row.map((cell) => cell?.text ?? '').join(';')),
				].join('\n');
				const targets = chosen.map((id, column) =>
					id === 'left'
						? null
						: id === 'own'
							? { create: { name: `Riêng ${column}`, type: 'text' as const } }
							: { field: id },
				);
				const { id, report } = await run(userId, content, {
					...{ kind, targets, separator: ';', headerLine: 1, dayOrder: 'ymd', keepsUnreadable: true },
					...{ withoutCompany: 'person', duplicates: { email: 'fill', domain: 'fill', name: 'fill', unique: 'fill' } },
				});
				const refused = new Set((await listRefusals(userId, id, 100)).map(({ line }) => line));
				const everything = await everythingOf(userId);
				const lost = cells.flatMap((row, at) =>
					refused.has(at + 2)
						? []
						: row.flatMap((cell, column) => {
								const field = chosen[column] ?? '';
								if (!cell || (field === 'left' && (report?.leftOut?.[`Cột ${column} left`] ?? 0) > 0)) return [];
								const isThere = everything.includes(cell.found) || written[field]?.test(everything);
								return isThere ? [] : `line ${at + 2} ${field}: ${cell.text}`;
							}),
				);
				expect(lost, content).toEqual([]);
			}),
			{ numRuns: rounds(10) },
		);
	});
});
