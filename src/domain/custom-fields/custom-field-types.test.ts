import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customName, idOfName } from './custom-field-types';

test('a field’s name in an address says its id', () =>
	fc.assert(
		fc.property(fc.uuid(), (id) => {
			expect(idOfName(customName(id))).toBe(id);
			// filters, columns and the counts of options each read names in their own way
			expect(customName(id)).toMatch(/^\w{35}$/);
		}),
	));

test('no other text is one', () => {
	const hex = '01234567890123456789012345678901';
	const texts = ['', 'name', 'cf_', `cf_${hex.slice(1)}`, `cf_${hex}0`, ` cf_${hex}`, `cf_${hex}\n`, hex, '__proto__'];
	expect(texts.map(idOfName)).toEqual(texts.map(() => null));
	expect(idOfName(`cf_${hex}`)).toBe('01234567-8901-2345-6789-012345678901');
});
