import { expect, test } from 'vitest';
import { restAsFields } from './target-fields';

const columns = Array.from({ length: 60 }, (_, at) => ({
	...{ name: `Prop ${at}`, fieldName: `Prop ${at}`, type: 'text' as const, values: ['x'] },
}));
const none = columns.map(() => null);

test('all columns that are left out become custom fields', () => {
	const { targets, label } = restAsFields(none, { columns, room: 200 });
	expect(targets.at(-1)).toEqual({ create: { name: 'Prop 59', type: 'text' } });
	expect(label).toBe('Import the other 60 as custom fields');
});

test('or as many as there is room for, which the button says beforehand', () => {
	const present = none.with(0, { create: { name: 'Prop 0', type: 'text' } } as never);
	const { targets, label } = restAsFields(present, { columns, room: 50 });
	expect(targets.filter((target) => target !== null)).toHaveLength(50);
	expect(label).toBe('Import 49 of the other 59 as custom fields (there is room for no more)');
});
