import { v7 as uuidv7 } from 'uuid';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { makeDeal } from './deals';

const day = 86_400_000;

/** An account whose records have the same words in different places: names, notes, custom fields, activities, follow-ups. */
export async function makeSearchedAccount(): Promise<{ lan: UserId; nameOf: Map<string, string> }> {
	const lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, timeZone: 'Asia/Ho_Chi_Minh', locale: 'en-US', currency: 'VND' } });
	const nameOf = new Map<string, string>();
	const note = (code: string, id: string) => {
		nameOf.set(id, code);
		return id;
	};
	const field = async (kind: string, name: string) => {
		const id = uuidv7();
		await db.field.create({ data: { userId: lan, id, kind, type: 'text', name, place: 1 } });
		return id;
	};
	const [taxCode, interest, zalo] = [
		await field('company', 'Tax code'),
		await field('company', 'Interested in'),
		await field('contact', 'Zalo'),
	];
	const company = async (code: string, name: string, fields: object = {}) =>
		note(code, (await db.company.create({ data: { userId: lan, name, ...fields } })).id);
	const c1 = await company('C1', 'Công ty Cổ phần Thủy sản Bình Minh', {
		address: '12 Lê Lợi, Cần Thơ',
		metadata: { [taxCode]: '3702145678', [interest]: 'kho lạnh, cấp đông IQF' },
	});
	await company('C2', 'Bình Minh', { address: 'Huế' });
	const c3 = await company('C3', 'Globex International', { website: 'https://globex.example.com' });
	const c4 = await company('C4', 'Công ty TNHH Nội thất Hoa Sen', {
		phone: '028 3822 1111',
		metadata: { [taxCode]: '0312 345 678' },
	});
	const c5 = await company('C5', 'O’Brien & Sons');
	await company('C6', 'H.A.G.L. Group');
	const c7 = await company('C7', 'Đại Phát Logistics', {
		notes: 'They opened a **second warehouse** near Cát Lái in spring.',
		metadata: { [taxCode]: 'DE811234567' },
	});
	const c8 = await company('C8', 'Umbrella Logistics');
	await company('C9', '100% Cotton_Vải');
	await company('C10', 'Minh Anh');
	const tag = await db.tag.create({ data: { userId: lan, name: 'Khách quen' } });
	await db.companyTag.create({ data: { userId: lan, companyId: c1, tagId: tag.id } });

	const person = async (code: string, companyId: string, name: string, fields: object = {}) =>
		note(code, (await db.contact.create({ data: { userId: lan, companyId, name, ...fields } })).id);
	const p2 = await person('P2', c4, 'Trần Quốc Bảo');
	const p1 = await person('P1', c1, 'Trần Quốc Bảo', {
		jobTitle: 'Trưởng ban dự án kho lạnh',
		phone: '+84 901 234 567',
		isDecisionMaker: true,
	});
	const p4 = await person('P4', c8, 'Nguyễn Thị Lan');
	const p3 = await person('P3', c1, 'Nguyễn Thị Lan');
	const p5 = await person('P5', c3, 'Văn Đặng', { email: 'dang@globex.example.com' });
	await db.contactPoint.create({
		data: { userId: lan, id: uuidv7(), contactId: p5, kind: 'email', value: 'vandang@mail.example.com', place: 1 },
	});
	const p6 = await person('P6', c8, 'Jerome Bell', { notes: 'Second site near Cát Lái, call before nine.' });
	await person('P7', c5, 'Lan Phạm');
	await person('P8', c5, 'Đặng Thị Ánh');
	const p9 = await person('P9', c3, 'Robert Fox', { metadata: { [zalo]: '0987 654 321' } });
	await person('P10', c4, 'Minh Anh Trần', { leftOn: new Date('2026-01-01') });

	const deal = async (code: string, companyId: string, name: string, fields: Parameters<typeof makeDeal>[2] = {}) =>
		note(code, await makeDeal(lan, companyId, { name, ...fields }));
	await deal('D1', c1, 'Hệ thống kho lạnh 2.000 pallet', { stage: 'qualification', contactId: p3 });
	await deal('D2', c3, 'Annual trade goods order', { stage: 'proposal', expectedCloseOn: '2026-01-10' });
	await deal('D3', c8, 'Kho lạnh', { stage: 'closed_lost', lostReason: 'Giá cao hơn Daikin' });
	await deal('D4', c4, 'Bảo trì hằng năm', { stage: 'closed_won' });
	await deal('D5', c8, 'Three-year supply agreement', { stage: 'proposal' });

	const activity = async (code: string, ago: number, contactId: string, companyId: string, fields: object) => {
		const at = new Date(Date.now() - ago * day);
		const data = { userId: lan, companyId, contactId, at, ...fields } as never;
		note(code, (await db.activity.create({ data })).id);
	};
	await activity('A1', 1, p1, c1, { type: 'email', subject: 'Báo giá kho lạnh, bản 2' });
	await activity('A2', 30, p3, c1, {
		type: 'meeting',
		subject: 'Gặp ở hội chợ Vietfish',
		description: 'Khách muốn tách phần kho lạnh ra khỏi hợp đồng chính, giữ nguyên giá quý này.',
	});
	await activity('A3', 2, p3, c1, {
		...{ type: 'call', subject: 'Gọi hỏi thăm', outcome: 'Chưa quyết định' },
		nextSteps: 'gửi báo giá lần 2 trước thứ sáu',
	});
	await activity('A4', 5, p4, c7, {
		...{ type: 'note', subject: 'Ghi chú', description: 'Invoice INV-2026-0417 is still unpaid.' },
		contactId: null,
	});
	await activity('A5', 1, p9, c3, { type: 'call', subject: 'Pricing call', description: 'Asked for net 45 terms.' });
	await activity('A6', 3, p6, c8, { type: 'call', subject: 'Hello', description: 'A short hello.' });
	await activity('A7', 200, p4, c8, { type: 'call', subject: 'First call' });

	const followUp = async (code: string, title: string, dueIn: number, fields: object) => {
		const dueOn = new Date(new Date(Date.now() + dueIn * day).toISOString().slice(0, 10));
		note(code, (await db.followUp.create({ data: { userId: lan, title, dueOn, ...fields } })).id);
	};
	await followUp('F1', 'Báo giá bổ sung kho lạnh', 2, { contactId: p1, companyId: c1 });
	await followUp('F2', 'Chốt hợp đồng bảo trì', -3, { companyId: c4 });
	await followUp('F3', 'Send a delivery schedule', 1, { contactId: p9, companyId: c3 });
	await followUp('F4', 'Chúc Tết', -100, { contactId: p2, companyId: c4, doneAt: new Date() });
	return { lan, nameOf };
}
