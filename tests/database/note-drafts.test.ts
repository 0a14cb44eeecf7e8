import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotedNoun } from '@/domain/note-draft';
import * as companies from '@/features/companies/server/company-mutations';
import { getCompany } from '@/features/companies/server/company-queries';
import { getContact } from '@/features/contacts/server/contact-queries';
import { getDeal } from '@/features/deals/server/deal-queries';
import { discardNoteDraft, keepNoteDraft } from '@/features/notes/server/note-draft-mutations';
import { previewNoteDraft } from '@/features/notes/server/note-draft-queries';
import { saveNotes } from '@/features/notes/server/note-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, acted, undo } from '../support/act';
import { archiveOf } from '../support/exports';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let stranger: UserId;
let ids: Awaited<ReturnType<typeof makeCompanyWithEverything>>;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	stranger = await makeAccount('Lê Văn Lạ');
	ids = await makeCompanyWithEverything(lan);
});

beforeEach(async () => {
	await db.noteDraft.deleteMany();
	await db.company.updateMany({ where: { userId: lan }, data: { notes: 'cũ' } });
});

/** An editor of the company's notes, which sends what is typed as the browser does. */
function openEditor(start?: { draft: string; editor: string; seq: number }) {
	const editor = uuidv7();
	let seq = 0;
	let draft = start?.draft ?? editor;
	const after = start && { editor: start.editor, seq: start.seq };
	return {
		editor,
		at: () => ({ draft, editor, seq }),
		async type(text: string, sent: { was?: string; seq?: number; by?: UserId } = { was: 'cũ' }) {
			// of this text, whatever is typed before it is sent
			const own = sent.seq ?? seq + 1;
			seq = own;
			const kept = await act((tx) =>
				keepNoteDraft(tx, sent.by ?? lan, {
					...{ noun: 'company', record: ids.company, draft, editor, seq: own, text },
					...(after && { after }),
					...(sent.was !== undefined && { was: sent.was }),
				}),
			);
			if ('draft' in kept) draft = kept.draft;
			return kept;
		},
	};
}

const texts = async () =>
	(await db.noteDraft.findMany({ where: { userId: lan }, orderBy: { savedAt: 'asc' } })).map(({ text }) => text);
const offered = async () => (await getCompany(lan, ids.company))?.draft;
const company = () => db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: ids.company } } });
const countSets = () => db.changeSet.count({ where: { userId: lan } });

describe('what is typed', () => {
	test('is one draft, without a change set, however often it is sent', async () => {
		const before = { sets: await countSets(), lines: await db.changeLog.count(), version: (await company()).version };
		const tab = openEditor();
		for (const text of ['m', 'mớ', 'mới']) await tab.type(text);
		expect(await texts()).toEqual(['mới']);
		expect(await offered()).toMatchObject({ text: 'mới', was: 'cũ', editor: tab.editor, seq: 3 });
		expect({ sets: await countSets(), lines: await db.changeLog.count(), version: (await company()).version }).toEqual(
			before,
		);
	});

	test('is not gone back to where something older arrives last, or the same twice', async () => {
		const tab = openEditor();
		await tab.type('một');
		await tab.type('ba', { seq: 3 });
		await tab.type('hai', { seq: 2 });
		await tab.type('ba', { seq: 3 });
		expect(await texts()).toEqual(['ba']);
	});

	test('goes on in another editor, and what the first one types after that is kept beside it', async () => {
		const tab = openEditor();
		await tab.type('ở văn phòng');
		const phone = openEditor(tab.at());
		await phone.type('ở văn phòng, rồi trên điện thoại', {});
		expect(await texts()).toEqual(['ở văn phòng, rồi trên điện thoại']);
		await tab.type('ở văn phòng, vẫn còn mở', {});
		expect((await texts()).sort()).toEqual(['ở văn phòng, rồi trên điện thoại', 'ở văn phòng, vẫn còn mở']);
		await tab.type('ở văn phòng, vẫn còn gõ', {});
		await phone.type('trên điện thoại', {});
		expect((await texts()).sort()).toEqual(['trên điện thoại', 'ở văn phòng, vẫn còn gõ']);
		// what was begun from goes along
		expect((await db.noteDraft.findMany()).map(({ was }) => was)).toEqual(['cũ', 'cũ']);
	});

	test('of two tabs that begin by themselves, both are kept', async () => {
		await openEditor().type('thẻ một');
		await openEditor().type('thẻ hai');
		expect(await texts()).toEqual(['thẻ một', 'thẻ hai']);
		expect(await offered()).toMatchObject({ text: 'thẻ hai' });
	});

	test('is one draft where the same editor sends twice at once, and its last', async () => {
		const tab = openEditor();
		await Promise.all([tab.type('hai', { seq: 2, was: 'cũ' }), tab.type('một', { seq: 1, was: 'cũ' })]);
		expect(await texts()).toEqual(['hai']);
	});

	test('of two tabs that go on with one draft at the same time, both are kept', async () => {
		const tab = openEditor();
		await tab.type('chung');
		const [one, two] = [openEditor(tab.at()), openEditor(tab.at())];
		await Promise.all([one.type('chung một', {}), two.type('chung hai', {})]);
		expect((await texts()).sort()).toEqual(['chung hai', 'chung một']);
	});

	test('is not kept again by what arrives after it was saved, unless its editor says from what it began', async () => {
		const tab = openEditor();
		await tab.type('mới');
		await act((tx) =>
			saveNotes(tx, lan, { noun: 'company', id: ids.company, notes: 'mới', was: 'cũ', drafts: [tab.editor] }),
		);
		expect(await tab.type('mới', {})).toEqual({ gone: true });
		expect(await texts()).toEqual([]);
		expect(await tab.type('mới nữa', { was: 'cũ' })).toEqual({ draft: expect.any(String) });
	});

	test('is not offered where it says what the notes say, nor where it is empty like them', async () => {
		await openEditor().type('cũ\n ');
		expect(await offered()).toBeNull();
		await db.company.updateMany({ where: { userId: lan }, data: { notes: null } });
		await db.noteDraft.deleteMany();
		await openEditor().type(' ');
		expect(await offered()).toBeNull();
		// typed and taken back: nothing is offered, whatever the notes are by then
		await db.noteDraft.deleteMany();
		await openEditor().type('cũ');
		await db.company.updateMany({ where: { userId: lan }, data: { notes: 'khác' } });
		expect(await offered()).toBeNull();
		// notes that were emptied are something that was typed
		await openEditor().type(' ');
		expect(await offered()).toMatchObject({ text: ' ' });
	});

	test.each([
		['contact', getContact],
		['deal', getDeal],
	] as const)('into the notes of a %s is offered there', async (noun: NotedNoun, read) => {
		const editor = uuidv7();
		const typed = { draft: editor, editor, seq: 1, text: 'nháp', was: '' };
		await act((tx) => keepNoteDraft(tx, lan, { noun, record: ids[noun], ...typed }));
		expect((await read(lan, ids[noun]))?.draft).toMatchObject({ text: 'nháp', editor });
	});

	test('is shown as it will look, to who typed it', async () => {
		const tab = openEditor();
		await tab.type('**đậm**');
		expect(await previewNoteDraft(lan, tab.at())).toEqual([[{ mark: 'strong', parts: ['đậm'] }]]);
		expect(await previewNoteDraft(stranger, tab.at())).toBeNull();
	});

	test('is nobody else’s: neither overwritten, nor thrown away, nor put at a record that is not theirs', async () => {
		const tab = openEditor();
		await tab.type('của Lan');
		await expect(tab.type('của tôi', { by: stranger, was: '' })).rejects.toThrow(/no longer exists/);
		await act((tx) => discardNoteDraft(tx, stranger, { draft: tab.editor }));
		expect(await texts()).toEqual(['của Lan']);
		expect(await db.noteDraft.count({ where: { userId: stranger } })).toBe(0);
	});

	test('outlives a deletion that is undone, and goes with its account', async () => {
		const account = await makeAccount('Võ Văn Tạm');
		const own = await makeCompanyWithEverything(account);
		const { changeSet } = await acted((tx) => companies.deleteCompany(tx, account, { id: own.company }));
		await undo(account, changeSet);
		expect((await getCompany(account, own.company))?.draft).toMatchObject({ text: 'Bản nháp' });
		await db.user.delete({ where: { id: account } });
		expect(await db.noteDraft.count({ where: { userId: account } })).toBe(0);
	});

	test('about what was deleted long ago is forgotten, and nothing else', async () => {
		const old = new Date(Date.now() - 91 * 86_400_000);
		const typed = { userId: lan, noun: 'company', seq: 1, text: 'x', was: '' };
		const make = (recordId: string, savedAt: Date) =>
			db.noteDraft.create({ data: { ...typed, id: uuidv7(), editor: uuidv7(), recordId, savedAt } });
		const lost = await make(uuidv7(), old);
		const kept = [await make(uuidv7(), new Date()), await make(ids.company, old), await make(ids.deal, old)];
		await openEditor().type('mới');
		const left = (await db.noteDraft.findMany()).map(({ id }) => id);
		expect(left).not.toContain(lost.id);
		expect(left).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
	});
});

describe('saving', () => {
	const save = (notes: string | null, was: string, drafts: string[] = []) =>
		acted((tx) => saveNotes(tx, lan, { noun: 'company', id: ids.company, notes, was, drafts }));

	test('is exactly one change set, ends the draft, and can be undone', async () => {
		const before = await company();
		const tab = openEditor();
		for (const text of ['a', 'ab', 'abc']) await tab.type(text);
		const sets = await countSets();
		const { changeSet, data } = await save('abc', 'cũ', [tab.editor]);
		expect(data).toEqual({ name: before.name, isChanged: true });
		expect(await countSets()).toBe(sets + 1);
		expect(await db.changeLog.count({ where: { changeSetId: changeSet } })).toBe(1);
		expect(await texts()).toEqual([]);
		expect((await company()).notes).toBe('abc');
		await undo(lan, changeSet);
		expect(await company()).toEqual(before);
	});

	test('leaves the draft of another editor', async () => {
		const [one, two] = [openEditor(), openEditor()];
		await one.type('một');
		await two.type('hai');
		await save('một', 'cũ', [one.editor]);
		expect(await texts()).toEqual(['hai']);
	});

	test('does nothing the second time, as after a lost answer', async () => {
		await save('abc', 'cũ');
		const [sets, { version }] = [await countSets(), await company()];
		expect((await save('abc', 'cũ')).data).toMatchObject({ isChanged: false });
		expect(await countSets()).toBe(sets);
		expect((await company()).version).toBe(version);
	});

	test('answers with the other notes where somebody else has saved, and keeps the draft', async () => {
		const tab = openEditor();
		await tab.type('của tôi');
		await save('của họ', 'cũ');
		const sets = await countSets();
		expect((await save('của tôi', 'cũ', [tab.editor])).data).toEqual({ present: 'của họ' });
		expect((await company()).notes).toBe('của họ');
		expect(await texts()).toEqual(['của tôi']);
		expect(await countSets()).toBe(sets);
		// once that has been seen, it can be replaced
		expect((await save('của tôi', 'của họ', [tab.editor])).data).toMatchObject({ isChanged: true });
	});

	test('is no conflict with a change of another field, and empties notes', async () => {
		await db.company.updateMany({ where: { userId: lan }, data: { industry: 'Thủy sản' } });
		expect((await save(null, 'cũ')).data).toMatchObject({ isChanged: true });
		expect((await company()).notes).toBeNull();
		expect((await save('lại có', '')).data).toMatchObject({ isChanged: true });
	});

	test('of two at the same time, one is answered with the other', async () => {
		const answers = await Promise.all([save('một', 'cũ'), save('hai', 'cũ')]);
		expect(answers.filter(({ data }) => 'present' in data)).toHaveLength(1);
		expect(answers.map(({ data }) => ('present' in data ? data.present : null))).toContain((await company()).notes);
	});
});

test('the export of everything has drafts, and no CSV file has', async () => {
	await openEditor().type('nháp để xuất');
	const archive = await archiveOf(lan);
	expect(JSON.parse(archive['json/note-drafts.json'] ?? '')).toMatchObject([
		{ record_id: ids.company, noun: 'company', text: 'nháp để xuất', was: 'cũ' },
	]);
	for (const [name, content] of Object.entries(archive))
		expect(content.includes('nháp để xuất'), name).toBe(name === 'json/note-drafts.json');
});
