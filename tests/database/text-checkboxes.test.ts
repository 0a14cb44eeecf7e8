import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TextOf } from '@/domain/shown-texts';
import { changeBox } from '@/features/notes/server/text-box-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, acted, undo } from '../support/act';
import { makeCompanyWithEverything } from '../support/sample-account';

const notes = 'Việc cần làm:\r\n- [ ] gửi báo giá\n  - [x] hỏi kho\n\n```\n- [ ] không phải ô\n```\n1. [ ] gửi báo giá';

let lan: UserId;
let ids: Awaited<ReturnType<typeof makeCompanyWithEverything>>;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	ids = await makeCompanyWithEverything(lan);
});

const change = (box: number, line: string, checked: boolean, of: TextOf = { text: 'company.notes', id: ids.company }) =>
	acted((tx) => changeBox(tx, lan, { ...of, box, line, checked }));

const company = () => db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: ids.company } } });
const sets = () => db.changeLog.groupBy({ by: ['changeSetId'], where: { userId: lan } });

beforeEach(() => db.company.updateMany({ where: { userId: lan }, data: { notes } }));

describe('a checkbox of a text', () => {
	test('is checked in its line alone, as one change set that can be undone', async () => {
		const before = await company();
		const count = (await sets()).length;
		const { changeSet } = await change(0, '- [ ] gửi báo giá', true);
		const after = await company();
		expect(after.notes).toBe(notes.replace('- [ ] gửi', '- [x] gửi'));
		expect(after.version).not.toBe(before.version);
		expect(await sets()).toHaveLength(count + 1);
		expect(await db.changeSet.findFirst({ where: { id: changeSet } })).toMatchObject({ userId: lan });
		await undo(lan, changeSet);
		expect(await company()).toEqual(before);
	});

	test('is cleared, and found by its place where two lines read alike', async () => {
		await change(1, '  - [x] hỏi kho', false);
		await change(2, '1. [ ] gửi báo giá', true);
		expect((await company()).notes).toBe(notes.replace('[x] hỏi', '[ ] hỏi').replace('1. [ ]', '1. [x]'));
	});

	test('changes nothing the second time, as after a lost answer', async () => {
		await change(0, '- [ ] gửi báo giá', true);
		const count = (await sets()).length;
		const { version } = await company();
		await change(0, '- [ ] gửi báo giá', true);
		expect((await company()).version).toBe(version);
		expect(await sets()).toHaveLength(count);
	});

	test.each<[string, number, string, string | null]>([
		['the line reads otherwise', 0, '- [ ] gửi báo giá', notes.replace('gửi báo giá', 'gửi mẫu')],
		['a line came before it', 0, '- [ ] gửi báo giá', `- [ ] trước\n${notes}`],
		['there are fewer', 2, '1. [ ] gửi báo giá', '- [ ] gửi báo giá'],
		['the text is gone', 0, '- [ ] gửi báo giá', null],
		['the line has no checkbox', 0, 'Việc cần làm:', notes],
	])('is refused where %s', async (_, box, line, present) => {
		await db.company.updateMany({ where: { userId: lan }, data: { notes: present } });
		const { version } = await company();
		await expect(change(box, line, true)).rejects.toThrow(/changed in another tab/);
		expect(await company()).toMatchObject({ notes: present, version });
	});

	test.each([
		['contact.notes', 'contact', 'notes'],
		['deal.notes', 'deal', 'notes'],
		['activity.description', 'activity', 'description'],
		['activity.nextSteps', 'activity', 'nextSteps'],
	] as const)('of %s is saved there', async (text, noun, column) => {
		const where = { userId_id: { userId: lan, id: ids[noun] } };
		const model = db[noun] as unknown as typeof db.activity;
		await model.update({ where, data: { [column]: '- [ ] xong' } });
		await change(0, '- [ ] xong', true, { text, id: ids[noun] });
		expect(await model.findUnique({ where })).toMatchObject({ [column]: '- [x] xong' });
	});

	test('of two changed at the same time, both are', async () => {
		await Promise.all([change(0, '- [ ] gửi báo giá', true), change(2, '1. [ ] gửi báo giá', true)]);
		expect((await company()).notes?.match(/\[x\]/g)).toHaveLength(3);
	});

	test('of a record that is gone, or of somebody else, is refused', async () => {
		const stranger = await makeAccount('Lê Văn Lạ');
		const input = { text: 'company.notes', id: ids.company, box: 0, line: '- [ ] gửi báo giá', checked: true } as const;
		await expect(act((tx) => changeBox(tx, stranger, input))).rejects.toThrow(/no longer exists/);
		expect((await company()).notes).toBe(notes);
	});
});
