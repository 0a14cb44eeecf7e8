import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffOf } from '@/features/history/history-diff';
import type { ChangedPart } from '@/features/history/history-entry';
import { db } from '@/lib/db/db';

const changedPart = async (before: string, after: string) => {
	const [row] = await db.$queryRaw<[{ part: ChangedPart }]>`SELECT changed_part(${before}, ${after}) AS part`;
	return row.part;
};

const long = 'Khách quan tâm đến kho lạnh. '.repeat(40);

describe('where two texts differ', () => {
	test('is told with a little of what stands around it', async () => {
		const [begins, before, after, ends] = await changedPart(
			`${long}Giá 950 triệu. ${long}`,
			`${long}Giá 870 triệu. ${long}`,
		);
		expect([begins, ends]).toEqual([true, true]);
		expect(before).toContain('Giá 950 triệu.');
		expect(after).toBe(before.replace('95', '87'));
		expect(before.length).toBeLessThan(220);
	});

	test('what was added to the end is no change of what it was added to', async () => {
		const pieces = diffOf(await changedPart(long, `${long}\nĐã gọi lại.`));
		expect(pieces?.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: '\nĐã gọi lại.' }]);
		expect(pieces?.[0]?.text.startsWith('…')).toBe(true);
	});

	test('two texts of other words, one far longer than is compared', async () => {
		const [, before, after, ends] = await changedPart('a '.repeat(9_000), 'b '.repeat(9_000));
		expect([before.length, after.length, ends]).toEqual([3_000, 3_000, true]);
	});

	test('the parts with what both begin and end with are the texts, whatever these are', async () => {
		const text = fc.array(fc.constantFrom('Đông ', 'Á ', '😀', 'kho lạnh ', '\n', 'e\u0323', 'x'), { maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(text, text, text, text, async (begin, one, other, end) => {
				const [b, a] = [[...begin, ...one, ...end].join(''), [...begin, ...other, ...end].join('')];
				const [begins, before, after] = await changedPart(b, a);
				const head = b.indexOf(before);
				expect([b.includes(before), a.includes(after)]).toEqual([true, true]);
				if (!begins) expect([b.startsWith(before), a.startsWith(after)]).toEqual([true, true]);
				const rest = b.length - before.length;
				expect(rest).toBe(a.length - after.length);
				const starts = Array.from({ length: rest + 1 }, (_, at) => at).filter(
					(at) =>
						b.slice(at, at + before.length) === before &&
						`${b.slice(0, at)}${after}${b.slice(at + before.length)}` === a,
				);
				expect(starts.length, JSON.stringify([b, a, head])).toBeGreaterThan(0);
			}),
		);
	});
});
