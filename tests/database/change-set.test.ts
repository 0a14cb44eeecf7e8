import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { inChangeSet } from '@/lib/db/change-set';
import { db, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

test('two works that wait for each other are both done, and logged once each', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const [first, second] = [uuidv7(), uuidv7()];
	for (const id of [first, second]) await db.company.create({ data: { userId: lan, id, name: 'Bình Minh' } });
	const before = await db.changeLog.count({ where: { userId: lan } });
	// each holds its first company until the other holds its own
	const holding = new Set<string>();
	let attempts = 0;
	const work = (label: string, one: string, other: string) =>
		inChangeSet({ id: uuidv7(), label }, async (tx: Tx) => {
			attempts++;
			const rename = (id: string) => tx.company.updateMany({ where: { userId: lan, id }, data: { notes: label } });
			await rename(one);
			holding.add(label);
			while (holding.size < 2) await new Promise((resolve) => setTimeout(resolve, 10));
			await rename(other);
		});
	await Promise.all([work('Một', first, second), work('Hai', second, first)]);
	expect(attempts).toBeGreaterThan(2);
	const companies = await db.company.findMany({ where: { userId: lan }, select: { notes: true } });
	expect(new Set(companies.map(({ notes }) => notes)).size).toBe(1);
	expect(await db.changeLog.count({ where: { userId: lan } })).toBe(before + 4);
	expect(await db.changeSet.count({ where: { userId: lan, label: { in: ['Một', 'Hai'] } } })).toBe(2);
});
