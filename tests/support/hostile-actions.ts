import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { customName, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { db, Prisma } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { signUp } from './auth-api';
import { rounds } from './rounds';

// The Big List of Naughty Strings through every field of an action. The actions are found, not named, and tell their
// schema; a form that is added later is covered as it stands.

/** What the requests of these tests carry. */
export const visitor = new Headers();
type Answer = { ok: boolean; message?: string; fieldErrors?: object; data?: { id?: string } };
type Action = ((input: unknown) => Promise<Answer>) & {
	schema: z.ZodType;
};
type Fields = Record<string, z.ZodType>;

const modules = import.meta.glob<Record<string, Action>>('../../src/features/*/actions.ts', { eager: true });
/** Every action that takes an object. */
export const actions = Object.entries(modules).flatMap(([path, module]) => {
	const feature = /features\/([^/]+)\//.exec(path)?.[1] ?? '';
	return Object.entries(module)
		.filter(([, action]) => action.schema && fieldsOf(action.schema))
		.map(([name, action]) => ({ feature, name, action, fields: fieldsOf(action.schema) as Fields }));
});

/** The fields of an object schema, also under a transform or a refinement. */
function fieldsOf(schema: z.ZodType): Fields | undefined {
	const { def } = schema as unknown as { def: { type: string; in?: z.ZodType; shape?: Fields } };
	return def.type === 'object' ? def.shape : def.in && fieldsOf(def.in);
}

const extra = [
	'\0',
	'a\0b',
	'\ud800',
	'x'.repeat(100_000),
	'%',
	'_',
	'\\',
	"{not: ''}",
	'Đặng'.normalize('NFD'),
	'\u202e abc',
];

/**
 * A hundred and fifty strings of the list differ in one character of the same few tags, and spell it out, as in `\x0B`. Kept
 * or refused they are one and the same text of plain letters, of which the first is sent.
 */
const spelledOnce = (text: string) => text.replace(/(\\(x[\dA-F]{2}|u[\dA-F]{4}))+/gi, '\\x');

const listed = new Map<string, string>();
for (const text of naughtyStrings) if (!listed.has(spelledOnce(text))) listed.set(spelledOnce(text), text);
const naughty = [...listed.values()];
export const strings = [...new Set([...naughty, ...extra])];

/** Of how many neighbours in the list one is sent: of each one, where the tests are asked for a longer look. */
const apart = rounds(1) > 1 ? 1 : 3;
const first = Math.floor(Math.random() * apart);

/**
 * What is sent to one place, such as a field. Neighbours in the list are of one kind, such as a tag that is written in yet another
 * way, so that one of three says of a place what the others would. Which it is changes from place to place, and from run to run.
 */
export const stringsFor = (place: number): string[] => [
	...naughty.filter((_, at) => (at + first + place) % apart === 0),
	...extra,
];

const tables = {
	companies: 'company',
	contacts: 'contact',
	tags: 'tag',
	deals: 'deal',
	activities: 'activity',
	'follow-ups': 'follow_up',
} as const;
export const isTabled = (feature: string): feature is keyof typeof tables => feature in tables;

/** The company that what is made belongs to. */
let company: string;
/** A deal and a contact of other actions than those of one record, which bring the two together. */
const joined = { deal: '', contact: '' };

/** Makes the account whose actions are walked, with one record of each kind. */
async function makeRecords(): Promise<void> {
	const answer = await signUp('lan@example.com');
	visitor.set('cookie', answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
	const [user] = await db.user.findMany();
	if (!user) throw new Error('The sign-up made no account.');
	for (const [feature, table] of Object.entries(tables)) {
		const id = uuidv7();
		if (feature === 'companies') company = id;
		if (feature === 'deals') joined.deal = id;
		if (feature === 'contacts') joined.contact = id;
		const more = {
			columns: Prisma.raw(
				{
					contacts: ', company_id',
					deals: ', company_id, value, currency, position',
					activities: ', company_id, type, at',
				}[feature] ?? '',
			),
			values: {
				contacts: Prisma.sql`, ${company}::uuid`,
				deals: Prisma.sql`, ${company}::uuid, 1500, 'USD', 'a0'`,
				activities: Prisma.sql`, ${company}::uuid, 'call', now()`,
			}[feature],
		};
		await db.$executeRaw`
			INSERT INTO ${Prisma.raw(table)} (user_id, id, ${Prisma.raw(nameOf(feature))} ${more.columns})
			VALUES (${user.id}::uuid, ${id}::uuid, ${`First of ${feature}`} ${more.values ?? Prisma.empty})`;
	}
	for (const [feature, table] of Object.entries(tables))
		for (const [place, type] of Object.keys(fieldTypes).entries()) {
			if (!['company', 'contact', 'deal', 'activity'].includes(table)) continue;
			const id = ownField(feature, type);
			await db.field.create({ data: { userId: user.id, id, kind: table, type, name: `Own ${type}`, place } });
			if (type.startsWith('choice'))
				await db.fieldOption.create({ data: { userId: user.id, fieldId: id, name: 'Bình Minh', place: 1 } });
		}
	// another than the first, whose name is changed hundreds of times: in the rows of all that belong to it, each time
	company = uuidv7();
	await db.$executeRaw`
		INSERT INTO company (user_id, id, name) VALUES (${user.id}::uuid, ${company}::uuid, 'Home of the others')`;
}

const nameOf = (feature: string) => ({ 'follow-ups': 'title', activities: 'subject' })[feature] ?? 'name';

/** A row of a feature's table as JSON. */
export async function rowOf(feature: keyof typeof tables, id?: string): Promise<Record<string, unknown>> {
	const which = id ? Prisma.sql`WHERE id = ${id}::uuid` : Prisma.sql`ORDER BY id LIMIT 1`;
	const [found] = await db.$queryRaw<{ row: Record<string, unknown> }[]>`
		SELECT to_jsonb(t) AS row FROM ${Prisma.raw(tables[feature])} t ${which}`;
	if (!found) throw new Error(`There is no ${tables[feature]}.`);
	return found.row;
}

const candidates = [
	null,
	'Bình Minh',
	'binhminh@example.com',
	1,
	true,
	'[]',
	[],
	{},
	'vi-VN',
	'USD',
	'Asia/Ho_Chi_Minh',
	'red',
	'proposal',
	'call',
	'tomorrow',
	'contacts',
	'up',
	'1',
	'',
];

const accepting = new Map<z.ZodType, unknown>();

/** The first of the candidates that a field takes, which is looked for once. */
function acceptedBy(schema: z.ZodType): unknown {
	if (!accepting.has(schema))
		accepting.set(
			schema,
			candidates.find((candidate) => schema.safeParse(candidate).success),
		);
	return accepting.get(schema);
}

/** The row that an action is sent to, where it is sent to one. */
const presentRow = ({ feature }: (typeof actions)[number]) => (isTabled(feature) ? rowOf(feature) : undefined);

/** An input that the action accepts: for each field the first of some values that its schema takes. */
function plainInput(
	{ name, fields }: (typeof actions)[number],
	present: Record<string, unknown> | undefined,
): Record<string, unknown> {
	const isNew = name.startsWith('create');
	return Object.fromEntries(
		Object.entries(fields).map(([field, schema]) => {
			if (field === 'id') return [field, isNew || !present ? uuidv7() : present.id];
			if (field === 'ids') return [field, [present?.id ?? uuidv7()]];
			if (field === 'version') return [field, present?.version];
			// who left moves to another company than the present one, which is created with it
			if (field === 'companyId') return [field, name === 'moveContact' ? uuidv7() : company];
			// where somebody left to is taken only with the date
			if (field === 'leftOn') return [field, '2026-03-31'];
			// a day, which every kind of putting off takes
			if (field === 'until') return [field, '2199-01-31'];
			// any text may be an amount, until the account's language is known
			if (field === 'value') return [field, '1'];
			if (field === 'dealId' && !('id' in fields)) return [field, joined.deal];
			if (field === 'contactId' && !('id' in fields)) return [field, joined.contact];
			const accepted = acceptedBy(schema);
			return [field, accepted === undefined ? uuidv7() : accepted];
		}),
	);
}

type FieldAnswered = Answer & { data?: { is: string; value: string } };

/** Whether an action changes the one field that it is told. */
const isOfOneField = ({ fields }: { fields: Fields }) => 'was' in fields && 'field' in fields;
const fieldsInPlace = ({ feature, fields }: { feature: string; fields: Fields }) => [
	...(fields.field as unknown as { options: [{ options: string[] }] }).options[0].options,
	...Object.keys(fieldTypes).map((type) => customName(ownField(feature, type))),
];

/** The id of the custom field of a type that a feature's records have. */
const ownField = (feature: string, type: string) => {
	const place = Object.keys(tables).indexOf(feature) * 100 + Object.keys(fieldTypes).indexOf(type);
	return `01900000-0000-7000-8000-${String(place).padStart(12, '0')}`;
};

// sent last, because there is nothing to send to afterwards
const isEnd = ({ name }: { name: string }) => /^(delete|merge|end|undo|remove|load|erase)/.test(name);
const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const bare = (text: string) => text.normalize('NFC').replace(/[\s\p{Cc}\u2028\u2029]/gu, '');

/** Expects that a column holds what was sent, letter by letter; white space and line breaks may have been tidied. */
function expectKept(field: string, stored: unknown, parsed: unknown, sent: unknown) {
	// by the ids of the fields that the names are of
	if (field === 'metadata')
		expect(Object.values(stored as object)).toEqual(
			(parsed as [string, string | null][]).map(([, text]) => text ?? ''),
		);
	if (typeof stored !== 'string' || typeof parsed !== 'string') return;
	expect(stored).toBe(parsed);
	expect(stored).toBe(stored.normalize('NFC'));
	// an address is the one text that is brought into a form of its own
	if (field !== 'website') expect(bare(stored)).toBe(bare(String(sent)));
}

/** Tests the actions of some features, as a list of that length is walked by two files at a time. */
export function walkActions(has: (feature: string) => boolean): void {
	const own = actions.filter((action) => has(action.feature));
	const steps = own.filter((action) => !isEnd(action) && !isOfOneField(action));
	const ofOneField = own
		.filter(isOfOneField)
		.flatMap((action) => fieldsInPlace(action).map((field, place) => ({ ...action, field, place })));
	const ends = own.filter(isEnd);

	beforeAll(makeRecords);

	describe.each(steps)('$name', (walked) => {
		const { feature, action, fields } = walked;

		test('keeps or refuses naughty strings, whole and in words', async () => {
			let kept = 0;
			let tried = 0;
			let present = await presentRow(walked);
			const sent = Object.keys(fields).map((_, place) => stringsFor(place));
			for (const turn of Array(Math.max(1, ...sent.map(({ length }) => length))).keys()) {
				const plain = plainInput(walked, present);
				const input = { ...plain };
				let isPlain = true;
				for (const [place, [field, schema]] of Object.entries(fields).entries()) {
					// each field another string, and in the end each field all that are sent to it
					const text = sent[place]?.[(turn + place) % sent[place].length] ?? '';
					// as it stands, as a tag, as a field of one's own
					const accepted = [text, [text], JSON.stringify([text]), JSON.stringify([[text, text]])].find(
						(value) => schema.safeParse(value).success,
					);
					if (accepted === '' || (accepted !== undefined && !['id', 'ids', 'companyId'].includes(field))) {
						input[field] = accepted;
						isPlain = false;
						continue;
					}
					const refused = parseInput(action.schema, { ...plain, [field]: text });
					if (refused.ok) expect.fail(`${field} takes ${JSON.stringify(text)} here, but not alone`);
					expect(Object.keys(refused.fieldErrors).map((path) => path.split('.')[0])).toContain(field);
				}
				// what takes no text at all is done once
				if (isPlain && turn > 0) continue;
				if (!isPlain) tried++;
				let result = await action(input);
				if (!result.ok && 'value' in (result.fieldErrors ?? {})) {
					// an amount is read by the account's language, which only the mutation knows; the rest is kept all the same
					input.value = plain.value;
					result = await action(input);
				}
				// a sentence about the input, never the id of an unexpected error
				if (!result.ok) expect(result.message, JSON.stringify(input)).not.toMatch(/went wrong/);
				if (!result.ok || !isTabled(feature) || 'ids' in fields) continue;
				kept++;
				// what brings two records together writes no field of either
				if (!('id' in fields)) continue;
				const parsed = action.schema.parse(input) as Record<string, unknown>;
				const row = await rowOf(feature, result.data?.id ?? String(parsed.id));
				if (row.id === present?.id) present = row;
				for (const field of Object.keys(fields)) expectKept(field, row[columnOf(field)], parsed[field], input[field]);
			}
			// as tags of companies and contacts most are there already, and a second of one name is refused; what puts a note at the top
			// of a record takes no text; what is told what was shown refuses whatever else that says
			if (
				isTabled(feature) &&
				feature !== 'tags' &&
				!('ids' in fields) &&
				!('recordId' in fields) &&
				!('was' in fields)
			)
				// a time takes hardly any of them
				expect(kept).toBeGreaterThan('id' in fields ? Math.max(0, Math.min(Math.floor(100 / apart), tried - 1)) : 0);
		}, 120_000);

		test('refuses what is no text, what is no field, and what is nobody’s to say', async () => {
			const plain = plainInput(walked, await presentRow(walked));
			for (const smuggled of ['userId', 'user_id', 'createdAt', 'search', '__proto__x', 'constructor']) {
				const result = await action({ ...plain, [smuggled]: 'x' });
				expect(result).toMatchObject({ ok: false, message: expect.stringContaining(`no field named ${smuggled}`) });
			}
			for (const [field, schema] of Object.entries(fields)) {
				for (const wrong of [{ not: '' }, [[]], 1.5, Number.NaN, { toString: 'x' }, new Date(0)]) {
					if (schema.safeParse(wrong).success) continue;
					expect(await action({ ...plain, [field]: wrong })).toMatchObject({ ok: false });
				}
			}
			for (const nothing of [undefined, null, 'text', 7, [], () => {}])
				expect(await action(nothing)).toMatchObject({ ok: false });
		});
	});

	test.each(ofOneField)(
		'$name keeps or refuses naughty strings as $field',
		async ({ feature, action, field, place }) => {
			if (!isTabled(feature)) throw new Error(`There is no table of ${feature}.`);
			const { id } = await rowOf(feature);
			const send = (value: unknown, was: unknown) => action({ id, field, value, was }) as Promise<FieldAnswered>;
			// what is there now is said where something else was shown
			let was = '';
			for (const value of ['', 'Bình Minh']) was ||= (await send(value, 'something else')).data?.value ?? '';
			let kept = 0;
			const custom = Object.keys(fieldTypes).find((type) => field === customName(ownField(feature, type)));
			const isText = ['name', 'industry', 'address', 'jobTitle', 'tags', 'lostReason', 'text', 'long'].includes(
				custom ?? field,
			);
			// what takes no text of the user's refuses one as it does the others
			const sent = isText ? stringsFor(place) : strings.filter((_, index) => index % 10 === 0);
			for (const text of sent)
				for (const value of [
					text,
					JSON.stringify([text]),
					JSON.stringify([[text, null]]),
					JSON.stringify([text, text]),
				]) {
					const answer = await send(value, was);
					if (!answer.ok) expect(answer.message, JSON.stringify({ field, value })).not.toMatch(/went wrong/);
					if (!answer.ok) continue;
					// what was kept before is there, as it was said: anything else would be a conflict
					expect(answer.data?.is).toMatch(/^(saved|same)$/);
					if (answer.data?.is !== 'saved') continue;
					kept++;
					was = answer.data.value;
					// what was tidied is the same when it is sent again, as what was not is anyway
					if (value === was && kept % 10 !== 0) break;
					expect(await send(field === 'tags' ? was : value, was)).toMatchObject({
						ok: true,
						data: { is: 'same', value: was },
					});
					break;
				}
			if (isText && field !== 'lostReason') expect(kept).toBeGreaterThan(100 / apart);
			for (const wrong of [{ not: '' }, [[]], 1.5, Number.NaN, null, undefined, new Date(0)])
				expect(await send(wrong, was)).toMatchObject({ ok: false });
			for (const smuggled of ['userId', 'version', '__proto__x', 'constructor'])
				expect(await action({ id, field, value: '', was, [smuggled]: 'x' })).toMatchObject({ ok: false });
		},
		120_000,
	);

	test.each(ends.filter(({ fields }) => Object.keys(fields).length > 0))(
		'$name answers every naughty string in words',
		async (walked) => {
			const { action, fields } = walked;
			for (const text of strings) {
				const result = await action(Object.fromEntries(Object.keys(fields).map((field) => [field, text])));
				expect(result).toMatchObject({ ok: false, fieldErrors: expect.any(Object) });
			}
		},
	);
}
