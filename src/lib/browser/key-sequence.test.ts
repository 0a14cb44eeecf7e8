import { describe, expect, test } from 'vitest';
import { sequences } from '@/domain/shortcuts';
import { type BegunSequence, readKey } from './key-sequence';

/** Presses keys one after the other, so many milliseconds apart; what each completes, or "·" for none, or "-" where it is none of ours. */
function press(keys: string, apart = 100): string[] {
	let begun: BegunSequence = null;
	return [...keys].map((key, index) => {
		const read = readKey(begun, key, index * apart, sequences);
		begun = read.begun;
		return read.done ?? (read.taken ? '·' : '-');
	});
}

describe('keys in a row', () => {
	test.each([
		['gd', ['·', 'g d']],
		['cp', ['·', 'c p']],
		['e', ['e']],
		['?', ['?']],
		// `p` alone belongs to the page, after `g` it does not
		['p', ['-']],
		['gp', ['·', 'g p']],
		// a sequence that does not exist does nothing, and the next key begins a new one
		['gzgd', ['·', '·', '·', 'g d']],
		['gep', ['·', '·', '-']],
		['ggd', ['·', '·', 'g d']],
		// the same letter twice can be a sequence as well
		['ccc', ['·', 'c c', '·']],
		['gdd', ['·', 'g d', '-']],
		['jkx', ['-', '-', '-']],
	])('%s', (keys, expected) => expect(press(keys)).toEqual(expected));

	test('a sequence is given up after a second', () => {
		expect(press('gd', 1000)).toEqual(['·', 'g d']);
		expect(press('gd', 1001)).toEqual(['·', '-']);
		expect(press('ge', 1001)).toEqual(['·', 'e']);
	});
});
