import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { customName } from '@/domain/custom-fields/custom-field-types';
import { cardFieldsAsked } from '@/features/deals/schema';
import { listCardFields, readCardFields } from '@/features/deals/server/deal-card-field-queries';
import { archiveField, createField } from '@/features/fields/server/field-mutations';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { acted } from '../support/act';

test('cards of the board show custom fields of their deals in words, and nothing of archived fields and other accounts', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const stranger = await makeAccount('Lê Văn Lạ');
	const [sea, air] = [uuidv7(), uuidv7()];
	const options = [
		{ id: sea, name: 'Đường biển', colour: 'blue' as const },
		{ id: air, name: 'Đường hàng không', colour: 'teal' as const },
	];
	const define = async (type: 'choices' | 'amount' | 'contact' | 'text', name: string) => {
		const id = uuidv7();
		const field = { id, kind: 'deal' as const, type, name, help: null, inList: false };
		await acted((tx) => createField(tx, lan, { ...field, options: type === 'choices' ? options : [] }));
		return id;
	};
	const ways = await define('choices', 'Vận chuyển');
	const deposit = await define('amount', 'Đặt cọc');
	const broker = await define('contact', 'Môi giới');
	const old = await define('text', 'Cũ');
	const { id: companyId } = await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } });
	const { id: linh } = await db.contact.create({ data: { userId: lan, companyId, name: 'Võ Thị Linh' } });
	const deal = { userId: lan, companyId, currency: 'USD', value: 100, stage: 'prospecting' as const };
	const metadata = { [ways]: [air, sea], [deposit]: '1500000 VND', [broker]: linh, [old]: 'x' };
	const { id } = await db.deal.create({ data: { ...deal, name: 'Kho lạnh', position: 'a0', metadata } });
	const { id: bare } = await db.deal.create({ data: { ...deal, name: 'Bao bì', position: 'a1' } });
	await acted((tx) => archiveField(tx, lan, { id: old, isArchived: true }));

	const fields = [ways, deposit, broker, old].map(customName);
	const deals = [id, bare];
	expect((await listCardFields(lan)).map(({ name }) => name)).toEqual(['Vận chuyển', 'Đặt cọc', 'Môi giới']);
	expect(await readCardFields(lan, { fields, deals })).toEqual({
		[id]: {
			[customName(ways)]: 'Đường biển, Đường hàng không',
			[customName(deposit)]: expect.stringContaining('1,500,000'),
			[customName(broker)]: 'Võ Thị Linh',
		},
		[bare]: { [customName(ways)]: '', [customName(deposit)]: '', [customName(broker)]: '' },
	});
	expect(await readCardFields(stranger, { fields, deals })).toEqual({});

	const asked = (query: object) => parseInput(cardFieldsAsked, query).ok;
	expect(asked({ fields: fields.join(), deals: deals.join() })).toBe(true);
	for (const query of [
		{ fields: 'name', deals: id },
		{ fields: fields[0], deals: 'x' },
		{ fields: fields[0], deals: '' },
		{ fields: Array(7).fill(fields[0]).join(), deals: id },
		{ fields: fields[0], deals: Array(101).fill(id).join() },
	])
		expect(asked(query)).toBe(false);
});
