import { expect, test } from 'vitest';
import { correctMarked, failureText, withoutCorrected } from './failure';

const fieldErrors = { expectedCloseOn: 'Enter a date.', name: 'Deal name is required.' };
const failure = { message: correctMarked(2), fieldErrors };

test('a form whose fields are all shown only counts them', () =>
	expect(failureText(failure, new Set(['expectedCloseOn', 'name']))).toBe('Please correct the 2 marked fields.'));

test('an error whose field is not shown is named beside those that are', () =>
	expect(failureText(failure, new Set(['name']))).toBe(
		'Please correct the marked field. Expected close on: Enter a date.',
	));

test('where no field is shown, only their errors are said', () =>
	expect(failureText(failure)).toBe('Expected close on: Enter a date. Deal name is required.'));

test('a refusal in words of its own keeps them', () =>
	expect(failureText({ message: 'Nothing was saved.', fieldErrors: { 'settings.targets.3': 'Choose a field.' } })).toBe(
		'Nothing was saved. Targets: Choose a field.',
	));

test('an error that says all by itself goes without a name', () =>
	expect(failureText({ message: correctMarked(1), fieldErrors: { id: 'This is not a record of yours.' } })).toBe(
		'This is not a record of yours.',
	));

test('a failure without fields says what it says', () => expect(failureText({ message: 'Busy.' })).toBe('Busy.'));

test('of a failure only the fields that were not corrected are left, and nothing where all were', () => {
	expect(withoutCorrected(failure, new Set())).toBe(failure);
	expect(withoutCorrected(failure, new Set(['name']))).toEqual({
		message: correctMarked(1),
		fieldErrors: { expectedCloseOn: 'Enter a date.' },
	});
	expect(withoutCorrected(failure, new Set(['name', 'expectedCloseOn']))).toBeNull();
	const own = { message: 'Nothing was saved.', fieldErrors: { name: 'It is taken.' } };
	expect(withoutCorrected(own, new Set(['name']))).toEqual({ message: 'Nothing was saved.', fieldErrors: {} });
});
