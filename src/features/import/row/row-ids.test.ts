import { expect, test } from 'vitest';
import { isRecordId } from '@/lib/text/text';
import { nextRowId } from './row-ids';

test('ids are in order, and each is one of its own', () => {
	const ids = Array.from({ length: 20_000 }, nextRowId);
	expect(ids.every(isRecordId)).toBe(true);
	expect(ids.toSorted()).toEqual(ids);
	expect(new Set(ids).size).toBe(ids.length);
});
