import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { activityFile } from '@/features/activities/server/activity-export-queries';
import * as activities from '@/features/activities/server/activity-mutations';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { createCompany } from '@/features/companies/server/company-mutations';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import * as deals from '@/features/deals/server/deal-mutations';
import { exportEverything } from '@/features/export/server/export-queries';
import { guessSettings } from '@/features/import/file/guess-columns';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { writeBackup } from '../../scripts/backup/write-backup.ts';
import { recorded, undo } from '../support/act';
import { contactsOf } from '../support/contact-points';
import { plainDeal } from '../support/deals';
import { eraseNow, makeAccountWithPassword } from '../support/erasing';
import { findEverywhere } from '../support/everywhere';
import { plainActivity, plainCompany } from '../support/plain-records';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-erasure-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

let lan: UserId;

beforeEach(async () => {
	await db.user.deleteMany({});
	await db.rateLimit.deleteMany({});
	lan = await makeAccountWithPassword('Nguyễn Thị Lan');
});

/** The words of everything that the account could still be given, of an export and of a fresh backup, folded. */
async function wordsOutside(): Promise<string> {
	const { pieces } = await exportEverything(lan, [companyFile, contactFile, dealFile, activityFile]);
	const files = unzipSync(Buffer.concat((await Array.fromAsync(pieces)) as Uint8Array[]));
	const { file } = await writeBackup(process.env.DATABASE_URL ?? '', folder, { version: '1.2.3' });
	const backup = gunzipSync(fs.readFileSync(file)).toString('utf8');
	fs.rmSync(file);
	return folded([...Object.values(files).map((bytes) => new TextDecoder().decode(bytes)), backup].join('\n'));
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Võ'];
const given = ['Quốc Bảo', 'Thị Ánh', 'Minh Đức', 'Ngọc Hân', "Y'Moan", 'Hoàng-Long'];

/** What a random person is called and reached by, and how others write it. */
const person = fc.record({
	name: fc
		.tuple(fc.constantFrom(...surnames), fc.constantFrom(...given), fc.constantFrom('Khải', 'Uyên', 'Vỹ'))
		.map((words) => words.join(' ')),
	number: fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String),
	grouping: fc.constantFrom(/(.{3})(.{3})(.{2})/, /(.{2})(.{2})(.{4})/, /(.{4})(.{2})(.{2})/),
	mail: fc.stringMatching(/^[a-z]{5}[0-9]{3}$/),
	shout: fc.boolean(),
});

const stepNames = [
	...(['rename', 'call', 'deal', 'task', 'view', 'draft', 'delete', 'import', 'note', 'custom'] as const),
	...(['other', 'mail', 'phone'] as const),
];
const step = fc.constantFrom(...stepNames);

test('after a contact is erased nothing holds their names, emails or phones, but what was said to stay', async () => {
	await fc.assert(
		fc.asyncProperty(
			person,
			person,
			fc.array(step, { minLength: 3, maxLength: 12 }),
			fc.boolean(),
			async (bao, later, steps, asCompany) => {
				await db.user.deleteMany({});
				lan = await makeAccountWithPassword('Nguyễn Thị Lan');
				const [home, other] = [uuidv7(), uuidv7()];
				await recorded((tx) => createCompany(tx, lan, plainCompany(home, 'Thủy sản Biển Đông')), 'Create company');
				await recorded((tx) => createCompany(tx, lan, plainCompany(other, 'Gỗ Trường Thịnh')), 'Create company');
				const people = contactsOf(lan, home);
				const written = (who: typeof bao) => ({
					name: who.shout ? folded(who.name).toUpperCase() : who.name,
					phone: `09${who.number}`.replace(/^(..)/, '$1').replace(who.grouping, '$1 $2.$3'),
					email: `${who.mail}@Khach.example.com`,
				});
				const id = await people.add(bao.name, { email: written(bao).email, phone: `+84 9${bao.number}` });
				const undoable: string[] = [];
				let who = bao;
				for (const [nth, each] of steps.entries()) {
					const said = written(who);
					const text = `Anh ${said.name}, số ${said.phone}, thư ${said.email} (lần ${nth})`;
					if (each === 'rename') {
						who = { ...later, number: bao.number, mail: bao.mail };
						await people.save(id, { name: later.name, email: said.email, phone: `+84 9${bao.number}` });
					}
					if (each === 'mail') await people.save(id, { email: [`${later.mail}@khach.example.com`, said.email] });
					if (each === 'phone') await people.save(id, { phone: [`09${later.number}`, `09${bao.number}`] });
					if (each === 'call') {
						const call = {
							...plainActivity(text.slice(0, 180), nth % 2 ? home : other),
							id: uuidv7(),
							description: text,
						};
						await recorded((tx) => activities.createActivity(tx, lan, call), 'Log activity');
						undoable.push(
							await recorded((tx) => activities.logOutcome(tx, lan, { id: call.id, outcome: text }), 'Log outcome'),
						);
					}
					if (each === 'deal') {
						const deal = {
							...plainDeal,
							id: uuidv7(),
							companyId: home,
							contactId: id,
							name: text.slice(0, 180),
							notes: text,
						};
						await recorded((tx) => deals.createDeal(tx, lan, deal), 'Create deal');
						if (nth % 2) await recorded((tx) => deals.deleteDeal(tx, lan, { id: deal.id }), 'Delete deal');
					}
					if (each === 'task')
						await db.followUp.create({
							data: { userId: lan, id: uuidv7(), title: text, contactId: id, companyId: home },
						});
					if (each === 'view') {
						const query = nth % 2 ? `contact=${id}` : `q=${encodeURIComponent(said.name)}`;
						await db.savedView.create({
							data: { userId: lan, id: uuidv7(), list: 'deals', name: `Của tôi ${nth}`, query, place: nth },
						});
					}
					if (each === 'draft')
						await db.noteDraft.create({
							data: {
								userId: lan,
								id: uuidv7(),
								noun: 'company',
								recordId: other,
								editor: uuidv7(),
								seq: 1,
								text,
								was: '',
							},
						});
					if (each === 'delete')
						await undo(lan, await recorded((tx) => contacts.deleteContact(tx, lan, { id }), 'Delete contact'));
					if (each === 'import') await importRows(text, id, nth);
					if (each === 'note')
						await db.company.update({ where: { userId_id: { userId: lan, id: other } }, data: { notes: text } });
					if (each === 'custom')
						await db.company.update({
							where: { userId_id: { userId: lan, id: other } },
							data: { metadata: { 'ghi chú': text } },
						});
					if (each === 'other') {
						const twin = await people.add(said.name, { email: said.email, phone: said.phone });
						await recorded((tx) => contacts.deleteContact(tx, lan, { id: twin }), 'Delete contact');
					}
				}
				const texts = JSON.stringify('all');
				await eraseNow(lan, asCompany ? 'company' : 'contact', asCompany ? home : id, { texts });
				const outside = await wordsOutside();
				for (const sought of new Set(
					[bao, later].flatMap(({ name, mail, number }) => [name, `${mail}@khach.example.com`, number]),
				)) {
					// the other one's are theirs only where these steps made them so
					expect(await findEverywhere(sought), sought).toEqual([]);
					expect(outside.includes(folded(sought)), sought).toBe(false);
				}
				// what others did can still be taken back
				if (!asCompany) for (const set of undoable.toReversed()) await undo(lan, set);
				for (const { name } of [bao, later]) expect(await findEverywhere(name)).toEqual([]);
			},
		),
		{
			numRuns: 25,
			examples: [
				[
					{
						name: "Đặng Y'Moan Uyên",
						number: '12345678',
						grouping: /(.{3})(.{3})(.{2})/,
						mail: 'abcde123',
						shout: true,
					},
					{
						name: 'Võ Ngọc Hân Vỹ',
						number: '87654321',
						grouping: /(.{2})(.{2})(.{4})/,
						mail: 'xyzuv456',
						shout: false,
					},
					[...stepNames, 'call', 'deal', 'view'],
					false,
				],
			],
		},
	);
}, 600_000);

/** An import that is done, with rows of the person, and a file that waits. */
async function importRows(text: string, recordId: string, nth: number): Promise<void> {
	const file = Buffer.from(`Tên\n"${text}"\n`);
	await db.dataImport.create({
		data: {
			...{
				userId: lan,
				id: uuidv7(),
				fileName: `${text.slice(0, 100)}.csv`,
				bytes: 1,
				status: nth % 2 ? 'done' : 'uploaded',
			},
			settings: await guessSettings(file, 'utf-8', { locale: 'vi-VN', currency: 'VND', fields: [] }),
			report: { undone: { kept: [{ name: text }] }, newContacts: [text] },
			rows: { create: [{ line: 2, state: 'new', name: 'Khách', shown: { values: [text] }, recordId }] },
			refusals: { create: [{ line: 3, field: 'Email', reason: 'Ô này sai', cells: [text] }] },
			edits: { create: [{ line: 4, cells: [text] }] },
			...(nth % 2 === 0 && { parts: { create: [{ part: 0, bytes: file }] } }),
		},
	});
}
