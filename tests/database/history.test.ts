import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import * as activities from '@/features/activities/server/activity-mutations';
import * as companies from '@/features/companies/server/company-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import { createFieldOfRecord } from '@/features/fields/server/field-of-record-mutations';
import { listChanges, listRecordHistory } from '@/features/history/server/history-queries';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, type Tx } from '@/lib/db/db';
import { recorded, undo as undoOf } from '../support/act';
import { plainDeal, plainLoss } from '../support/deals';
import { addContact, addDeal, changes, company, edit, historyOf, makeBinhMinh, read } from '../support/history';
import { plainContact } from '../support/plain-records';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	({ lan, binhMinh } = await makeBinhMinh());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const undo = (id: string) => undoOf(lan, id);

describe('the history of a record', () => {
	test('says what was done, the newest first', async () => {
		await edit(lan, binhMinh, 'Thủy sản Bình Minh', { industry: 'Thủy sản', tags: ['Key account'] });
		await edit(lan, binhMinh, 'Bình Minh Group', { industry: 'Thủy sản', tags: [] });
		await act('Create field', (tx) =>
			createFieldOfRecord(tx, lan, {
				...{ id: uuidv7(), kind: 'company', type: 'text', name: 'Mã số thuế', help: null, inList: false, options: [] },
				...{ recordId: binhMinh, value: '0301234567' },
			}),
		);
		expect(await historyOf(lan, 'company', binhMinh)).toEqual([
			['Create field', 'Mã số thuế: nothing → 0301234567', '+ 1 custom field created'],
			['Edit company', 'Company name: Thủy sản Bình Minh → Bình Minh Group', 'Tag removed: Key account'],
			['Edit company', 'Industry: nothing → Thủy sản', 'Tag added: Key account', '+ 1 tag created'],
			['Create company', 'Created'],
		]);
	});

	test('names the companies and people that a field went from and to, also those that are gone', async () => {
		const hoaSen = uuidv7();
		await act('Create company', (tx) => companies.createCompany(tx, lan, company(hoaSen, 'Hoa Sen')));
		const { id } = await addContact(lan, hoaSen, 'Phạm Văn Đức');
		const { version } = await db.contact.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		const move = await act('Edit contact', (tx) =>
			contacts.updateContact(tx, lan, { ...plainContact(id, binhMinh, 'Phạm Văn Đức'), version }),
		);
		expect((await historyOf(lan, 'contact', id))[0]).toEqual(['Edit contact', 'Company: Hoa Sen → Thủy sản Bình Minh']);
		await act('Delete company', (tx) => companies.deleteCompany(tx, lan, { id: hoaSen }));
		expect((await historyOf(lan, 'contact', id))[0]).toEqual(['Edit contact', 'Company: Hoa Sen → Thủy sản Bình Minh']);
		// what they would go back to is gone
		await expect(undo(move)).rejects.toThrow('a related record was deleted');
	});

	test('of a deal: stage moves without their steps, its value in its currency, and no place on the board', async () => {
		const { id } = await addDeal(lan, binhMinh);
		const other = await addDeal(lan, binhMinh, 'Xe tải');
		await act('Move deal', (tx) =>
			deals.moveDeal(tx, lan, { id, stage: 'prospecting', above: null, below: other.id, query: null, ...plainLoss }),
		);
		await act('Change stage', (tx) => deals.changeStage(tx, lan, { id, stage: 'closed_won', ...plainLoss }));
		const { version } = await db.deal.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		const form = { ...plainDeal, id, version, companyId: binhMinh, name: 'Kho lạnh', stage: 'closed_won' as const };
		await act('Edit deal', (tx) =>
			deals.updateDeal(tx, lan, { ...form, value: '2000.5', expectedCloseOn: '2026-12-31' }),
		);
		expect(await historyOf(lan, 'deal', id)).toEqual([
			['Edit deal', 'Deal value: US$1,000 → US$2,000.50', 'Expected close date: nothing → 31 Dec 2026'],
			['Change stage', 'Stage: Prospecting → Closed Won'],
			['Create deal', 'Created'],
		]);
		// the place alone is a change of the account all the same
		expect((await changes(lan)).find(([title]) => title === 'Move deal')).toEqual(['Move deal']);
	});

	test('of an activity, and of the follow-up that came with it', async () => {
		const id = uuidv7();
		const form = {
			type: 'call' as const,
			subject: 'Gọi lần đầu',
			description: null,
			at: '2026-11-02T10:00',
			durationMinutes: 15,
			outcome: null,
			nextSteps: 'Gửi báo giá',
			followUpOn: '2026-11-09',
			companyId: binhMinh,
			contactId: null,
			dealId: null,
		};
		await act('Log activity', (tx) => activities.createActivity(tx, lan, { id, ...form }));
		const { version } = await db.activity.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		await act('Edit activity', (tx) =>
			activities.updateActivity(tx, lan, {
				...{ id, version, ...form, followUpOn: null },
				type: 'meeting',
				outcome: 'Đồng ý',
				durationMinutes: null,
			}),
		);
		expect(await historyOf(lan, 'activity', id)).toEqual([
			['Edit activity', 'Type: Call → Meeting', 'Duration in minutes: 15 → nothing', 'Outcome: nothing → Đồng ý'],
			['Log activity', 'Created', '+ 1 follow-up created'],
		]);
	});

	test('a change past the application says so', async () => {
		await db.$executeRaw`UPDATE company SET industry = 'Thủy sản' WHERE user_id = ${lan}::uuid`;
		expect((await historyOf(lan, 'company', binhMinh))[0]).toEqual([
			'Changed outside the application',
			'Industry: nothing → Thủy sản',
		]);
	});

	test('comes in pages, whatever stands in between, and an unknown record has none', async () => {
		for (let n = 1; n <= 35; n++)
			await edit(lan, binhMinh, `Bình Minh ${n}`, { tags: n % 2 ? ['VIP', 'Xuất khẩu'] : [] });
		const first = await listRecordHistory(lan, { kind: 'company', id: binhMinh });
		expect(first.entries).toHaveLength(30);
		const second = await listRecordHistory(lan, { kind: 'company', id: binhMinh }, { before: first.older ?? '' });
		expect(second.entries).toHaveLength(6);
		expect(second.older).toBeNull();
		expect(read(second).at(-1)).toEqual(['Create company', 'Created']);
		expect(read(second)[0]?.[1]).toBe('Company name: Bình Minh 4 → Bình Minh 5');
		expect(await listRecordHistory(lan, { kind: 'company', id: uuidv7() })).toMatchObject({ entries: [], older: null });
		expect((await listRecordHistory(lan, { kind: 'company', id: binhMinh }, { before: '0' })).entries).toEqual([]);
	});

	test('a text that is long does not travel whole', async () => {
		await edit(lan, binhMinh, 'Thủy sản Bình Minh', { notes: 'Dài '.repeat(4000) });
		const { entries } = await listRecordHistory(lan, { kind: 'company', id: binhMinh });
		expect(JSON.stringify(entries).length).toBeLessThan(2000);
	});
});

describe('the last changes of the account', () => {
	test('name what they touched, deleted records included, and count where it is much', async () => {
		const ids = await makeCompanyWithEverything(lan, 'Hoa Sen');
		await act('Delete company', (tx) => companies.deleteCompany(tx, lan, { id: ids.company }));
		expect((await changes(lan)).slice(0, 2)).toEqual([
			[
				'Delete company',
				'Hoa Sen (gone): Deleted',
				'Đặng Thị Ánh (gone): Deleted',
				'Hệ thống kho (gone): Deleted',
				'Gọi lần đầu (gone): Deleted',
				'Gửi báo giá (gone): Deleted',
			],
			[
				'Make everything',
				'Hoa Sen (gone): Created',
				'+ 1 company, 1 contact, 1 deal, 1 activity, 1 follow-up, 1 tag, 1 view, 1 custom field and 1 option created',
			],
		]);
	});

	test('a deletion with its cascades is undone whole', async () => {
		for (const name of ['Lan', 'Hùng', 'Ánh', 'Bảo', 'Châu', 'Dũng']) await addContact(lan, binhMinh, name);
		const deletion = await act('Delete company', (tx) => companies.deleteCompany(tx, lan, { id: binhMinh }));
		expect((await changes(lan, 1))[0]).toEqual([
			'Delete company',
			'Thủy sản Bình Minh (gone): Deleted',
			'+ 1 company and 6 contacts deleted',
		]);
		await undo(deletion);
		expect(await changes(lan, 2)).toEqual([
			['Undid: Delete company', 'Thủy sản Bình Minh: Restored', '+ 1 company and 6 contacts restored'],
			['Delete company', 'Thủy sản Bình Minh: Deleted', '+ 1 company and 6 contacts deleted', '(undone)'],
		]);
		expect((await historyOf(lan, 'company', binhMinh)).slice(0, 2)).toEqual([
			['Undid: Delete company', 'Restored', '+ 6 contacts restored'],
			['Delete company', 'Deleted', '+ 6 contacts deleted', '(undone)'],
		]);
	});

	test('a set of very many rows is read in part only, and may be undone', async () => {
		const took = (work: () => Promise<unknown>, begun = performance.now()) =>
			work().then(() => performance.now() - begun);
		const writing = await took(() =>
			inChangeSet(
				{ id: uuidv7(), label: 'Import companies' },
				(tx) => tx.$executeRaw`
				INSERT INTO company (user_id, id, name) SELECT ${lan}::uuid, gen_random_uuid(), 'Công ty ' || n FROM generate_series(1, 20000) n`,
				{ isLong: true },
			),
		);
		const { entries } = await listChanges(lan, 10);
		expect(entries[0]).toMatchObject({ label: 'Import companies', isLarge: true });
		expect(entries[0]?.rows.map(({ name }) => name)).toEqual(['Công ty 1', 'Công ty 2', 'Công ty 3']);
		const imported = await db.company.findFirstOrThrow({ where: { userId: lan, name: 'Công ty 12345' } });
		const look = () =>
			Promise.all([listRecordHistory(lan, { kind: 'company', id: imported.id }), listChanges(lan, 200)]);
		// of three, so that a pause of the machine does not count
		expect(Math.min(await took(look), await took(look), await took(look))).toBeLessThan(writing / 4);
		const [history] = await look();
		expect(read(history)).toEqual([['Import companies', 'Created']]);
		expect(history.entries[0]?.isLarge).toBe(true);
		// what was changed of it lately shows in the sample
		const second = await db.company.findFirstOrThrow({ where: { userId: lan, name: 'Công ty 2' } });
		await edit(lan, second.id, 'Công ty Hai');
		expect((await listChanges(lan, 2)).entries[1]?.rows.map(({ name }) => name)).toContain('Công ty 2');
	}, 60_000);

	test('a change of the settings is one of them', async () => {
		await act('Change region', (tx) => tx.settings.create({ data: { userId: lan } }));
		await act('Change region', (tx) =>
			tx.settings.update({ where: { userId: lan }, data: { currency: 'VND', weekStart: 7 } }),
		);
		expect((await changes(lan, 1))[0]?.slice(1)).toEqual([
			' (gone): Currency: USD → VND',
			' (gone): First day of the week: Monday → Sunday',
		]);
	});
});
