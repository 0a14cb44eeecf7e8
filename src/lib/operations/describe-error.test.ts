import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeError } from './describe-error';

test('a Prisma error of many lines keeps what is wrong and not what was typed', () => {
	const error = new Error(
		'\nInvalid `db.company.create()` invocation:\n\n{\n  data: {\n    name: "Thủy sản Bình Minh",\n    size: 5000\n  }\n}\n\nInvalid value for argument `size`. Expected CompanySize.',
	);
	expect(describeError(error)).toMatchObject({
		type: 'Error',
		message: 'Invalid …. Expected CompanySize.',
	});
});

test('its code, its place and its causes stay', () => {
	const cause = Object.assign(new Error('duplicate key value violates unique constraint "tag_name"'), {
		code: '23505',
	});
	const described = describeError(new TypeError('The tag was not saved', { cause }));
	expect(described).toMatchObject({
		type: 'TypeError',
		message: 'The tag was not saved',
		cause: { code: '23505', message: 'duplicate key value violates unique constraint …' },
	});
	expect(described.stack?.[0]).toMatch(/^at .*describe-error\.test\.ts/);
});

test('what the database said stays, without the value that it quoted', () => {
	const cause = {
		originalCode: '22P02',
		originalMessage: 'invalid input syntax for type integer: "Nguyễn Lan"',
		kind: 'InvalidInputValue',
	};
	const error = Object.assign(new Error('Raw query failed. Code: `22P02`. Message: `… "Nguyễn Lan"`'), {
		code: 'P2010',
		meta: { driverAdapterError: { name: 'DriverAdapterError', cause } },
	});
	const described = describeError(error);
	expect(described).toMatchObject({
		code: 'P2010',
		database: { sqlState: '22P02', reason: 'invalid input syntax for type integer: …' },
	});
	expect(JSON.stringify(described)).not.toContain('Lan');
});

test.each([
	['invalid input syntax for type uuid: "Công ty "Bình Minh" 0901"', 'invalid input syntax for type uuid: …'],
	["Couldn't read 'Nguyễn Lan'", "Couldn't read …"],
	['Failing row contains (1, Nguyễn (Lan), 0901).', 'Failing row contains ….'],
	['invalid input: "dòng 1\n    at Nguyễn Lan (0901234567)"', 'invalid input: …'],
])('%s', (message, said) => {
	const described = describeError(new Error(message));
	expect(described.message).toBe(said);
	expect(JSON.stringify(described)).not.toMatch(/Lan|Bình/);
});

test('something else that is thrown is described too', () => {
	expect(describeError('no reason')).toEqual({ type: 'string', message: 'no reason' });
	expect(describeError(undefined)).toEqual({ type: 'undefined', message: '' });
	expect(describeError(Object.create(null))).toEqual({ type: 'object', message: '' });
});

test('nothing that a library quotes comes through, however it quotes it', () => {
	const quotes = [
		(text: string) => `invalid input syntax for type uuid: "${text}"`,
		(text: string) => `Key (email)=(${text}) already exists.`,
		(text: string) => `Argument \`${text}\` is unknown`,
		(text: string) => `Unexpected value '${text}'`,
		(text: string) => `Raw query failed. Code: \`22P02\`. Message: \`ERROR: invalid: "${text}"\``,
		(text: string) => `Invalid invocation:\n{ name: "${text}" }\n\nSomething is missing.`,
	];
	const name = fc.string({ unit: fc.constantFrom(...'ậếớxyz "\'`()\n'), minLength: 5 }).map((text) => `Nguyễn ${text}`);
	fc.assert(
		fc.property(name, fc.constantFrom(...quotes), (text, quote) => {
			const error = new Error(quote(text));
			expect(JSON.stringify(describeError(error))).not.toContain('Nguyễn');
		}),
	);
});
