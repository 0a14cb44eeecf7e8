import fc from 'fast-check';
import { customName, type FieldType } from '@/domain/custom-fields/custom-field-types';
import type { Metadata } from '@/domain/custom-fields/metadata';
import type { UserId } from '@/lib/auth/session';
import { db, type Prisma } from '@/lib/db/db';
import type { Condition } from '@/lib/list/conditions';
import { fold } from '@/lib/list/search';

// Companies with a custom field of every type, and what lists make of them, in plain JavaScript.

const id = (group: number, n: number) => `0194f3a0-b7c8-7d1e-9a2b-${group}0000000000${n}`;
export const types: FieldType[] = [
	'text',
	'long',
	'number',
	'amount',
	'date',
	'yes',
	'choice',
	'choices',
	'link',
	'contact',
	'company',
];
const fieldId = (type: FieldType) => `0194f3a0-b7c8-7d1e-9a2b-${String(types.indexOf(type)).padStart(12, '0')}`;
export const named = (type: FieldType) => customName(fieldId(type));
/** The options of both lists, in the order in which their owner has put them. */
export const options = { choice: [3, 1, 2].map((n) => id(1, n)), choices: [1, 3, 2].map((n) => id(2, n)) };
/** No record of the account any more. */
export const gone = id(3, 1);

const texts = ['', 'Thủy sản', 'thuy san Bình Minh', 'ĐẠI PHÁT', 'đại lý 50%', 'a_b', 'zebra', 'Zalo 0987'];
const values: Record<FieldType, fc.Arbitrary<Metadata[string]>> = {
	text: fc.constantFrom(...texts.slice(1)),
	long: fc.constantFrom(...texts.slice(1)),
	link: fc.constantFrom('https://a.example.com', 'https://b.example.com/x'),
	number: fc.constantFrom(-5, 0, 0.25, 12, 12.5, 123456789012345),
	amount: fc.constantFrom('10.00 USD', '900.00 USD', '1000 VND', '500000 VND', '7.50 EUR'),
	date: fc.constantFrom('1999-12-31', '2026-01-01', '2026-11-30', '2030-02-28'),
	yes: fc.boolean(),
	choice: fc.constantFrom(...options.choice),
	choices: fc.subarray(options.choices, { minLength: 1 }),
	contact: fc.constantFrom(id(4, 1), id(4, 2), gone),
	company: fc.constantFrom(id(5, 1), gone),
};

export type Row = { id: string; metadata: Metadata };

/** Gives an account a field of each type, and 60 companies that have some of them. */
export async function makeCustomRows(lan: UserId): Promise<Row[]> {
	for (const [place, type] of types.entries())
		await db.$executeRaw`
			INSERT INTO field (user_id, id, kind, type, name, place) VALUES (${lan}::uuid, ${fieldId(type)}::uuid, 'company', ${type}, ${`Ô ${type}`}, ${place}::int)`;
	for (const [type, ids] of Object.entries(options))
		for (const [place, option] of ids.entries())
			await db.$executeRaw`
				INSERT INTO field_option (user_id, id, field_id, name, place)
				VALUES (${lan}::uuid, ${option}::uuid, ${fieldId(type as FieldType)}::uuid, ${`Lựa chọn ${place}`}, ${place}::int)`;
	const [drawn = []] = fc.sample(
		fc.array(fc.record(Object.fromEntries(types.map((type) => [fieldId(type), values[type]])), { requiredKeys: [] }), {
			minLength: 60,
			maxLength: 60,
		}),
		{ numRuns: 1, seed: 18 },
	);
	await db.company.createMany({
		data: drawn.map((metadata, n) => ({
			userId: lan,
			name: `Công ty ${n}`,
			metadata: metadata as Prisma.InputJsonObject,
		})),
	});
	return (await db.company.findMany({ where: { userId: lan }, select: { id: true, metadata: true } })) as Row[];
}

export const valueIn = ({ metadata }: Row, type: FieldType) => metadata[fieldId(type)];
export const amountOf = (value: unknown) => {
	const [amount = '', currency = ''] = String(value).split(' ');
	return { amount: Number(amount), currency };
};

/** Whether a row meets a condition, in plain JavaScript. */
export function meets(row: Row, type: FieldType, { is, values: asked }: Omit<Condition, 'field'>): boolean {
	const value = valueIn(row, type);
	const [first = '', second = ''] = asked;
	const chosen = value === undefined ? [] : [value].flat().map(String);
	if (is === 'empty') return value === undefined;
	if (is === 'filled') return value !== undefined;
	if (is === 'any' || is === 'none') {
		const holds = asked.some((each) => (each === '' ? value === undefined : chosen.includes(each)));
		return holds === (is === 'any');
	}
	if (type === 'yes') return (first === 'yes') === (value === true);
	if (is === 'contains' || is === 'lacks')
		return (
			asked.some((each) => value !== undefined && fold(String(value)).includes(fold(each))) === (is === 'contains')
		);
	if (value === undefined) return false;
	if (is === 'is' && ['text', 'long', 'link'].includes(type))
		return asked.some((each) => fold(String(value)) === fold(each));
	const bound = (text: string) => (type === 'date' ? text : Number(text.replace(/[A-Z]+$/, '')));
	const own = type === 'date' ? String(value) : type === 'amount' ? amountOf(value).amount : Number(value);
	if (type === 'amount' && amountOf(value).currency !== (/[A-Z]+$/.exec(first)?.[0] ?? 'USD')) return false;
	const by: Partial<Record<Condition['is'], boolean>> = {
		is: own === bound(first),
		on: own === bound(first),
		min: own >= bound(first),
		from: own >= bound(first),
		after: own > bound(first),
		max: own <= bound(first),
		until: own <= bound(first),
		before: own < bound(first),
		between: own >= bound(first) && own <= bound(second),
	};
	return by[is] ?? false;
}

const chosenFrom = (ids: string[]) =>
	fc.record({
		is: fc.constantFrom('any' as const, 'none' as const),
		values: fc.subarray([...ids, ''], { minLength: 1 }),
	});
export const emptiness = fc.record({
	is: fc.constantFrom('empty' as const, 'filled' as const),
	values: fc.constant<string[]>([]),
});
const compared = <Is extends Condition['is']>(is: Is[], bounds: string[]) =>
	fc.oneof(
		fc.record({ is: fc.constantFrom(...is), values: fc.constantFrom(...bounds).map((bound) => [bound]) }),
		fc.record({
			is: fc.constant('between' as const),
			values: fc.tuple(fc.constantFrom(...bounds), fc.constantFrom(...bounds)).map((pair) => [...pair]),
		}),
	);
const worded = fc.record({
	is: fc.constantFrom('contains' as const, 'lacks' as const, 'is' as const),
	values: fc.subarray(['thuy', 'Bình Minh', '50%', '_', 'ĐẠI PHÁT', 'zalo 0987', 'example'], {
		minLength: 1,
		maxLength: 3,
	}),
});
const numbers = compared(['is', 'min', 'max'], ['-5', '0', '0.25', '12', '12.5', '123456789012345']);
export const asked: Record<FieldType, fc.Arbitrary<Omit<Condition, 'field'>>> = {
	text: worded,
	long: worded,
	link: worded,
	number: numbers,
	amount: compared(['is', 'min', 'max'], ['10', '900', '7.5']).chain((each) =>
		fc
			.constantFrom('', 'USD', 'VND', 'EUR')
			.map((currency) => ({ ...each, values: each.values.map((value) => value + currency) })),
	),
	date: compared(['on', 'before', 'after', 'from', 'until'], ['1999-12-31', '2026-01-01', '2026-11-30', '2028-01-01']),
	yes: fc.record({ is: fc.constant('is' as const), values: fc.constantFrom(['yes'], ['no']) }),
	choice: chosenFrom([...options.choice, gone]),
	choices: chosenFrom([...options.choices, gone]),
	contact: chosenFrom([id(4, 1), id(4, 2), gone]),
	company: chosenFrom([id(5, 1), gone]),
};
