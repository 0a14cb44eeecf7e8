import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { withLists } from '@/components/form/point-lists';
import { parseInput } from '@/lib/request/validation';
import { type Point, pointKinds, pointsOfKind, withoutRepeats } from './contact-point';
import { companyPointFields, contactPointFields, keepCompanyPoints, keepContactPoints } from './contact-point-schema';

const contact = z.strictObject(contactPointFields).transform(keepContactPoints);
const company = z.strictObject(companyPointFields).transform(keepCompanyPoints);

const email = (value: string, label: string | null = null): Point => ({ kind: 'email', label, value });

test('a point that is there twice stays once, with the label that only one has', () => {
	expect(withoutRepeats([email('a@x.example'), email('A@X.example', 'Work'), email('a@x.example')])).toEqual([
		email('a@x.example', 'Work'),
	]);
	// one number may be two things
	const zalo: Point[] = [
		{ kind: 'phone', label: 'Mobile', value: '0901 234 567' },
		{ kind: 'phone', label: 'Zalo', value: '0901.234.567' },
		{ kind: 'phone', label: 'zalo', value: '0901234567' },
	];
	expect(withoutRepeats(zalo)).toEqual(zalo.slice(0, 2));
	expect(withoutRepeats([email('a@x.example'), { kind: 'link', label: null, value: 'a@x.example' }])).toHaveLength(2);
});

test('the lines of a form are lists in their order, whatever else it sends', () => {
	expect(
		withLists({
			name: 'A',
			email: 'a',
			emailLabel: '',
			'email.1': 'b',
			'emailLabel.1': 'x',
			'email.2': '',
			notes: 'c.1',
		}),
	).toEqual({ name: 'A', email: ['a', 'b', ''], emailLabel: ['', 'x'], notes: 'c.1' });
	expect(withLists({ email: 'a' })).toEqual({ email: 'a' });
});

const values = {
	email: fc.constantFrom('a@x.example', 'b@x.example', 'B@x.example', ''),
	phone: fc.constantFrom('113', '0901 234 567', '0901-234-567', ' '),
	link: fc.constantFrom('x.example', 'https://x.example/a', ''),
};
const labels = fc.array(fc.constantFrom('', 'Work', 'work', 'Zalo'), { maxLength: 5 });
const lists = (kind: keyof typeof values) => fc.array(values[kind], { maxLength: 5 });

test('what a form sends is kept in its order, and what is kept is sent and kept the same again', () => {
	const sent = fc.record({
		...{ email: lists('email'), emailLabel: labels, phone: lists('phone'), phoneLabel: labels },
		...{ link: lists('link'), linkLabel: labels },
	});
	fc.assert(
		fc.property(sent, ({ link, linkLabel, ...rest }) => {
			for (const [schema, form, first] of [
				[contact, { ...rest, link, linkLabel }, 'link'],
				[company, { ...rest, website: link, websiteLabel: linkLabel }, 'website'],
			] as const) {
				const parsed = parseInput(schema as typeof contact, form);
				if (!parsed.ok) throw new Error(parsed.message);
				const kept = parsed.data;
				const again: Record<string, string[]> = {};
				for (const kind of pointKinds) {
					const points = pointsOfKind(kept, kind);
					const typed = { email: rest.email, phone: rest.phone, link }[kind].filter((text) => text.trim());
					// in the order in which each was typed first, and none is lost
					expect(new Set(points.map(({ value }) => plain(value)))).toEqual(new Set(typed.map(plain)));
					expect(points.map(({ value }) => typed.findIndex((text) => plain(text) === plain(value)))).toEqual(
						points.map(({ value }) => typed.map(plain).indexOf(plain(value))),
					);
					const name = kind === 'link' ? first : kind;
					again[name] = points.map(({ value }) => value);
					again[`${name}Label`] = points.map(({ label }) => label ?? '');
				}
				expect(parseInput(schema as typeof contact, again)).toEqual({ ok: true, data: kept });
			}
		}),
	);
});

const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/^https:\/\//, '')
		.replace(/[ -]/g, '');
