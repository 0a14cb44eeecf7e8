import { expect, test } from 'vitest';
import { queryOf } from './schema';

test('what a list writes of a view it reads again as the same', () => {
	for (const [list, query] of [
		['companies', 'q=a&industry=Thủy+sản&size=500%2B&sort=name.desc'],
		['deals', 'view=list&stage=proposal&valueFrom=5&sort=close.desc'],
	] as const) {
		const params = Object.fromEntries(new URLSearchParams(query));
		const written = queryOf(list, params);
		expect(queryOf(list, Object.fromEntries(new URLSearchParams(written)))).toBe(written);
		expect(written).not.toBe('');
	}
});
