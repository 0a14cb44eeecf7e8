import { describe, expect, it } from 'vitest';
import { checkServer } from './external-database.ts';

describe('a PostgreSQL server', () => {
	it('of version 15 or newer with UTF8 is accepted', () => {
		expect(() => checkServer({ version: '150000', encoding: 'UTF8' })).not.toThrow();
		expect(() => checkServer({ version: '180001', encoding: 'UTF8' })).not.toThrow();
	});

	it('below version 15 is refused', () => {
		expect(() => checkServer({ version: '140013', encoding: 'UTF8' })).toThrow(
			'leads to PostgreSQL 14, and MiniCRM needs 15 or newer',
		);
	});

	it('with another encoding is refused', () => {
		expect(() => checkServer({ version: '160002', encoding: 'LATIN1' })).toThrow('has the encoding LATIN1');
	});
});
