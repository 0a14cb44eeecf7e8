import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { newActivity } from '@/features/activities/schema';
import { createActivity } from '@/features/activities/server/activity-mutations';
import { findLikelyLinks } from '@/features/activities/server/activity-quick-queries';
import { followUpChanges } from '@/features/follow-ups/schema';
import { editFollowUp } from '@/features/follow-ups/server/follow-up-mutations';
import { findLinkOptions } from '@/features/search/server/link-option-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, actAndUndo } from '../support/act';
import { makeDeal } from '../support/deals';
import { addFollowUp } from '../support/follow-ups';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	hoaSen = (await db.company.create({ data: { userId: lan, name: 'Nội thất Hoa Sen' } })).id;
});

const person = async (name: string, companyId = binhMinh) =>
	(await db.contact.create({ data: { userId: lan, companyId, name } })).id;
const deal = (name: string, contactId: string | null = null, stage: 'prospecting' | 'closed_won' = 'prospecting') =>
	makeDeal(lan, binhMinh, { name, contactId, stage });
const likely = async (asked: Parameters<typeof findLikelyLinks>[1]) => {
	const { company, contact, deal: found } = await findLikelyLinks(lan, asked);
	return [company?.name, contact?.name, found?.name];
};

describe('what is logged is most likely', () => {
	test('with the company’s only contact and for its only open deal, and with nobody where there are several', async () => {
		expect(await likely({ companyId: binhMinh })).toEqual(['Thủy sản Bình Minh', undefined, undefined]);
		await person('Trần Quốc Bảo');
		await person('Lê Hoàng Phúc', hoaSen);
		await deal('Kho lạnh');
		await deal('Bao bì', null, 'closed_won');
		expect(await likely({ companyId: binhMinh })).toEqual(['Thủy sản Bình Minh', 'Trần Quốc Bảo', 'Kho lạnh']);
		await person('Đặng Thị Ánh');
		await deal('Xe tải');
		expect(await likely({ companyId: binhMinh })).toEqual(['Thủy sản Bình Minh', undefined, undefined]);
	});

	test('for the contact’s only open deal, else for the only one of their company', async () => {
		const bao = await person('Trần Quốc Bảo');
		const anh = await person('Đặng Thị Ánh');
		await deal('Kho lạnh', bao);
		expect(await likely({ contactId: anh })).toEqual(['Thủy sản Bình Minh', 'Đặng Thị Ánh', 'Kho lạnh']);
		await deal('Xe tải', anh);
		expect(await likely({ contactId: anh })).toEqual(['Thủy sản Bình Minh', 'Đặng Thị Ánh', 'Xe tải']);
		await deal('Bao bì', anh);
		expect(await likely({ contactId: anh })).toEqual(['Thủy sản Bình Minh', 'Đặng Thị Ánh', undefined]);
	});

	test('with the deal’s contact, unless they have moved to another company since', async () => {
		const bao = await person('Trần Quốc Bảo');
		await person('Đặng Thị Ánh');
		const kho = await deal('Kho lạnh', bao, 'closed_won');
		await deal('Xe tải');
		expect(await likely({ dealId: kho })).toEqual(['Thủy sản Bình Minh', 'Trần Quốc Bảo', 'Kho lạnh']);
		await db.contact.updateMany({ where: { id: bao }, data: { companyId: hoaSen } });
		await person('Phạm Văn Đức');
		expect(await likely({ dealId: kho, contactId: bao })).toEqual(['Thủy sản Bình Minh', undefined, 'Kho lạnh']);
	});

	test('with nobody at all where nothing of it is there', async () => {
		expect(await findLikelyLinks(lan, {})).toEqual({});
		expect(await findLikelyLinks(lan, { dealId: uuidv7(), contactId: uuidv7(), companyId: uuidv7() })).toEqual({});
	});
});

test('next steps are about the contact and the deal of the activity that they came from', async () => {
	const bao = await person('Trần Quốc Bảo');
	const kho = await deal('Kho lạnh', bao);
	const form = { type: 'call', subject: 'Gọi lần đầu', nextSteps: 'Gửi báo giá', followUpOn: '2026-12-04' };
	const links = { companyId: binhMinh, contactId: bao, dealId: kho };
	const id = uuidv7();
	await act((tx) => createActivity(tx, lan, newActivity.parse({ id, ...form, ...links })));
	expect(await db.followUp.findFirstOrThrow({ where: { userId: lan } })).toMatchObject({ ...links, activityId: id });
});

describe('an open follow-up', () => {
	const edit = (id: string, change: object) =>
		act((tx) => editFollowUp(tx, lan, followUpChanges.parse({ id, ...change })));
	const about = async (id: string) => {
		const { title, companyId, contactId, dealId } = await db.followUp.findFirstOrThrow({ where: { id } });
		return { title, companyId, contactId, dealId };
	};
	const none = { companyId: null, contactId: null, dealId: null };

	test('is linked, linked otherwise and linked to nothing when it is edited, and only then', async () => {
		const bao = await person('Trần Quốc Bảo');
		const kho = await deal('Kho lạnh', bao);
		const { id } = await addFollowUp(lan, { title: 'Gọi lại' });
		await edit(id, { links: { companyId: hoaSen } });
		expect(await about(id)).toEqual({ ...none, title: 'Gọi lại', companyId: hoaSen });
		await edit(id, { links: { dealId: kho } });
		const all = { companyId: binhMinh, contactId: bao, dealId: kho };
		expect(await about(id)).toEqual({ title: 'Gọi lại', ...all });
		await edit(id, { title: 'Gọi anh Bảo' });
		expect(await about(id)).toEqual({ title: 'Gọi anh Bảo', ...all });
		await edit(id, { links: {} });
		expect(await about(id)).toEqual({ title: 'Gọi anh Bảo', ...none });
		await expect(edit(id, { links: { companyId: hoaSen, dealId: kho } })).rejects.toMatchObject({
			fieldErrors: { dealId: expect.any(String) },
		});
	});

	test('keeps the activity that it came from, and takes a new company along, which goes with the undo', async () => {
		const activityId = uuidv7();
		const call = { id: activityId, type: 'call', subject: 'Gọi', companyId: binhMinh };
		await act((tx) => createActivity(tx, lan, newActivity.parse(call)));
		const { id } = await addFollowUp(lan, { title: 'Gọi lại', activityId });
		const links = { companyId: uuidv7(), newCompany: 'Đại Phát' };
		const seen = await actAndUndo(
			lan,
			(tx) => editFollowUp(tx, lan, followUpChanges.parse({ id, links })),
			() => db.followUp.findFirstOrThrow({ where: { id }, include: { company: true } }),
		);
		expect(seen).toMatchObject({ activityId, company: { name: 'Đại Phát' } });
	});

	test('is offered companies, contacts and deals, or those of one company', async () => {
		await person('Trần Quốc Bảo');
		await person('Lê Hoàng Phúc', hoaSen);
		await deal('Kho lạnh');
		const names = async (asked: Parameters<typeof findLinkOptions>[1]) =>
			(await findLinkOptions(lan, asked)).map(({ kind, name, about: of }) => [kind, name, of]);
		expect(await names({ q: 'tran' })).toEqual([['contact', 'Trần Quốc Bảo', 'Thủy sản Bình Minh']]);
		expect(await names({ q: '', companyId: binhMinh })).toEqual([
			['company', 'Thủy sản Bình Minh', 'Company'],
			['contact', 'Trần Quốc Bảo', 'Thủy sản Bình Minh'],
			['deal', 'Kho lạnh', 'Deal · Thủy sản Bình Minh'],
		]);
	});
});
