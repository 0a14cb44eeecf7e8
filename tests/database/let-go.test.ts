import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { actAndUndo } from '../support/act';

test('who is deleted with a company, and a pinned note, leave no trace in those that named them; undo brings both back', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const [minh, sao] = await db.company.createManyAndReturn({
		data: ['Bình Minh', 'Sao Biển'].map((name) => ({ userId: lan, name })),
	});
	if (!minh || !sao) throw new Error('no companies');
	const [anh, nam] = await db.contact.createManyAndReturn({
		data: ['Đặng Thị Ánh', 'Lê Nam'].map((name) => ({ userId: lan, companyId: minh.id, name })),
	});
	if (!anh || !nam) throw new Error('no contacts');
	// they introduced each other: each goes while the other still names them
	await db.$executeRaw`UPDATE contact SET introduced_by_id = CASE id WHEN ${anh.id}::uuid THEN ${nam.id}::uuid ELSE ${anh.id}::uuid END
		WHERE user_id = ${lan}::uuid`;
	await db.$executeRaw`UPDATE contact SET reports_to_id = ${anh.id}::uuid WHERE id = ${nam.id}::uuid`;
	const duc = await db.contact.create({
		data: { userId: lan, companyId: sao.id, name: 'Phạm Văn Đức', introducedById: anh.id },
	});
	await db.company.update({ where: { userId_id: { userId: lan, id: sao.id } }, data: { introducedById: anh.id } });
	const deal = await db.deal.create({
		data: { userId: lan, companyId: sao.id, name: 'Kho lạnh', currency: 'VND', value: 0, position: 'a' },
	});
	const note = await db.activity.create({
		data: { userId: lan, companyId: minh.id, type: 'note', subject: 'Ghi chú', at: new Date() },
	});
	for (const [table, id] of [
		['company', sao.id],
		['contact', duc.id],
		['deal', deal.id],
	])
		await db.$executeRawUnsafe(`UPDATE ${table} SET pinned_note_id = '${note.id}' WHERE id = '${id}'`);

	const left = await actAndUndo(
		lan,
		(tx) => tx.company.delete({ where: { userId_id: { userId: lan, id: minh.id } } }),
		async () => ({
			companies: await db.company.findMany({
				where: { userId: lan },
				select: { name: true, introducedById: true, pinnedNoteId: true },
			}),
			contacts: await db.contact.findMany({
				where: { userId: lan },
				select: { name: true, introducedById: true, pinnedNoteId: true },
			}),
			deals: await db.deal.findMany({ where: { userId: lan }, select: { name: true, pinnedNoteId: true } }),
		}),
	);
	expect(left).toEqual({
		companies: [{ name: 'Sao Biển', introducedById: null, pinnedNoteId: null }],
		contacts: [{ name: 'Phạm Văn Đức', introducedById: null, pinnedNoteId: null }],
		deals: [{ name: 'Kho lạnh', pinnedNoteId: null }],
	});
});
