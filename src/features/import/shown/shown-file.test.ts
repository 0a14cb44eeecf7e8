import { expect, test } from 'vitest';
import { importEdit, importLine } from '../import-settings';
import { isReasonFor, type ShownFile } from './shown-file';

const file = (fields: (string | null)[]) => ({ fields }) as ShownFile;
const marked = (field: string, fields: (string | null)[]) =>
	fields.flatMap((_, column) => (isReasonFor(field, column, file(fields)) ? [column] : []));

test('the cells that a row is rejected for are marked, of a name in parts all of these', () => {
	expect(marked('Email', ['Contact name', 'Email', null])).toEqual([1]);
	expect(marked('Contact name', ['First name', 'Email', 'Last name'])).toEqual([0, 2]);
	expect(marked('Contact name', ['First name', 'Contact name'])).toEqual([1]);
	expect(marked('', [null, 'Email'])).toEqual([]);
});

const id = '01920000-0000-7000-8000-000000000000';

test.each(['', 'x', '0', '-1', '1.5', '1e3', '9999999999', '99999999999', undefined])(
	'of line %o a sentence says that there is none',
	(line) => {
		const parsed = importLine.safeParse({ id, line });
		expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['There is no such line in this file.']);
	},
);

test('a line is read from an address, and sent as a number', () => {
	expect(importLine.parse({ id, line: '12' }).line).toBe(12);
	expect(importEdit.safeParse({ id, line: 0.5, cells: {} }).error?.issues[0]?.message).toBe(
		'There is no such line in this file.',
	);
});
