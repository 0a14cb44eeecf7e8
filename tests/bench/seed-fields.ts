import type pg from 'pg';
import { fieldId, id, mix, optionCount, optionId } from './ids.ts';

/** The custom fields of contacts and companies, by what they hold; their numbers are those of their ids. */
const fields = {
	source: { n: 1, kind: 'contact', type: 'choice', name: 'Nguồn' },
	code: { n: 2, kind: 'contact', type: 'text', name: 'Mã khách hàng' },
	score: { n: 3, kind: 'contact', type: 'number', name: 'Điểm' },
	visited: { n: 4, kind: 'contact', type: 'date', name: 'Ngày ghé thăm' },
	rare: { n: 5, kind: 'contact', type: 'text', name: 'Zalo' },
	taxCode: { n: 6, kind: 'company', type: 'text', name: 'Mã số thuế' },
	revenue: { n: 7, kind: 'company', type: 'amount', name: 'Doanh thu' },
} as const;

/** Defines them, as the values of the records that are filled in later are only keys until then. */
export async function seedFields(client: pg.Client, userId: string): Promise<void> {
	for (const { n, kind, type, name } of Object.values(fields))
		await client.query(
			'INSERT INTO field (user_id, id, kind, type, name, place, is_unique) VALUES ($1, $2, $3, $4, $5, $6, $7)',
			[userId, fieldId(n), kind, type, name, n, n === fields.taxCode.n],
		);
	await client.query(
		`INSERT INTO field_option (user_id, id, field_id, name, place)
		SELECT $1, ${id(8, 'n')}, $2, 'Nguồn số ' || n, n FROM generate_series(1, ${optionCount}) n`,
		[userId, fieldId(fields.source.n)],
	);
}

const held = (field: keyof typeof fields, value: string) => `'${fieldId(fields[field].n)}', ${value}`;

/** SQL: the custom fields of the contact with a number. Half have a source and a score, a third a date, one in a hundred a Zalo. */
export const contactFields = `jsonb_strip_nulls(jsonb_build_object(
	${held('source', `CASE WHEN ${mix('n', 41)} % 2 = 0 THEN ${id(8, `1 + ${mix('n', 42)} % ${optionCount}`)} END`)},
	${held('code', `CASE WHEN n % 4 > 0 THEN 'KH-' || lpad(n::text, 6, '0') || ' Miền ' || (ARRAY['Bắc', 'Trung', 'Nam'])[1 + ${mix('n', 43)} % 3] END`)},
	${held('score', `CASE WHEN ${mix('n', 44)} % 2 = 0 THEN ${mix('n', 45)} % 1000 END`)},
	${held('visited', `CASE WHEN ${mix('n', 46)} % 3 = 0 THEN (date '2026-11-01' - (${mix('n', 47)} % 1000)::int)::text END`)},
	${held('rare', `CASE WHEN n % 100 = 0 THEN 'zalo' || n END`)}
))`;

/** SQL: those of the company with a number: each has a tax code, half have a revenue. */
export const companyFields = `jsonb_strip_nulls(jsonb_build_object(
	${held('taxCode', `'03' || lpad(n::text, 8, '0')`)},
	${held('revenue', `CASE WHEN n % 2 = 0 THEN (1000000 * (${mix('n', 48)} % 100000)) || ' VND' END`)}
))`;

/** The name of a custom field in an address. */
export const asked = (field: keyof typeof fields) => `cf_${fieldId(fields[field].n).replaceAll('-', '')}`;
/** The option of the source with a number, as an address has it. */
export const source = (n: number) => optionId(n);
