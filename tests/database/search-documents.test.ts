import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteCompany } from '@/features/companies/server/company-mutations';
import { listChanges } from '@/features/history/server/history-queries';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { makeAccount } from '../support/accounts';
import { act, recorded, undo } from '../support/act';
import { actionNames, doAnything } from '../support/any-action';
import { createDatabaseBefore } from '../support/old-database.ts';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
const where = (id: string) => ({ userId_id: { userId: lan, id } });

let ids: Awaited<ReturnType<typeof makeCompanyWithEverything>>;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	ids = await makeCompanyWithEverything(lan, 'Thủy sản Bình Minh');
	await db.contact.update({ where: where(ids.contact), data: { notes: 'thích cà phê' } });
});

const kinds = ['company', 'contact', 'deal', 'activity'] as const;
type Kind = (typeof kinds)[number];

/** What a document of each record would hold if it were written now. */
const wanted = kinds
	.map(
		(kind) => `SELECT '${kind}' AS kind, r.id AS record_id, ${kind}_document(r)::text AS words FROM ${kind} r
			WHERE r.user_id = $1::uuid AND ${kind}_document(r) IS NOT NULL`,
	)
	.join(' UNION ALL ');

async function expectTrue(userId = lan) {
	const kept = await db.$queryRawUnsafe(
		`SELECT kind, record_id, words::text FROM search_document WHERE user_id = $1::uuid ORDER BY 1, 2`,
		userId,
	);
	expect(kept).toEqual(await db.$queryRawUnsafe(`${wanted} ORDER BY 1, 2`, userId));
}

/** Whether the document of a record holds some lexemes, written as in a tsquery. */
async function holds(kind: Kind, query: string): Promise<boolean> {
	const [found] = await db.$queryRaw<{ n: number }[]>`
		SELECT count(*)::int AS n FROM search_document
		WHERE user_id = ${lan}::uuid AND kind = ${kind} AND words @@ ${query}::tsquery`;
	return found?.n === 1;
}

describe('a document', () => {
	test('holds all texts of its record, each word and each pair of neighbors, folded', async () => {
		await db.company.update({
			where: where(ids.company),
			data: { address: '12 Lê Lợi, Cần Thơ', notes: 'Kho O’Brien, cạnh H.A.G.L. và Đồng-Tâm', industry: 'Chế biến' },
		});
		await db.contact.update({ where: where(ids.contact), data: { jobTitle: 'Giám đốc', notes: 'thích cà phê' } });
		await db.deal.update({
			where: where(ids.deal),
			data: {
				notes: 'tách phần kho lạnh',
				stage: 'closed_lost',
				closedAt: new Date(),
				lostReason: 'giá cao hơn Daikin',
			},
		});
		await db.activity.update({
			where: where(ids.activity),
			data: { description: 'chưa chốt', outcome: 'Quan tâm', nextSteps: 'gửi báo giá lần 2 trước thứ sáu' },
		});
		for (const [kind, query] of [
			['company', `'le' & 'loi' & 'can' & 'tho' & '"le loi' & '"can tho' & 'che' & 'thuy'`],
			// as written, and as one word
			['company', `'o' & 'brien' & 'obrien' & 'hagl' & 'dongtam' & '"dong tam'`],
			['contact', `'giam' & '"ca phe' & '"thuy san'`],
			['deal', `'"kho lanh' & 'daikin'`],
			['activity', `'"bao gia' & '2' & '"thu sau' & 'quan' & 'chot'`],
		] as const)
			expect(await holds(kind, query), `${kind}: ${query}`).toBe(true);
		// neighbors across a line are none that somebody wrote, but nothing is lost by them; a part of a word is no word
		expect(await holds('company', `'loi can'`)).toBe(false);
		expect(await holds('company', `'brie'`)).toBe(false);
		await expectTrue();
	});

	test.each([
		['3702 145 678', ['3702145678', '145678', '5678', '37021456']],
		['0312345678', ['0312345678', '345678']],
		['DE811234567', ['811234567', '1234567']],
		['INV-2026-0417', ['20260417', '0417']],
		['2.000 pallet', ['2000']],
	])('holds each part of %s from four digits on', async (value, parts) => {
		await db.company.update({ where: where(ids.company), data: { metadata: { 'Tax code': value } } });
		for (const part of parts) expect(await holds('company', `'#${part}':*`), part).toBe(true);
		expect(await holds('company', `'#99999':*`)).toBe(false);
		await expectTrue();
	});

	test('holds the values of metadata, numbers and lists too, and neither its keys nor yes and no', async () => {
		const metadata = { Khóa: 'giá trị', số: 4711, danh_sách: ['một', 'hai'], có: true, không: null };
		await db.deal.update({ where: where(ids.deal), data: { metadata } });
		expect(await holds('deal', `'"gia tri' & '4711' & 'mot' & 'hai'`)).toBe(true);
		for (const word of ['khoa', 'true', 'null', 'danh']) expect(await holds('deal', `'${word}'`), word).toBe(false);
		await expectTrue();
	});

	test('has room for the longest texts', async () => {
		// different words of letters that take three bytes each
		const long = (from: number) =>
			Array.from({ length: 4_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n + from) % 20_000)).repeat(4)).join(' ');
		const digits = Array.from({ length: 900 }, (_, n) => `${n}${'7'.repeat(20)}`.slice(0, 21)).join(', ');
		for (const notes of [
			long(0),
			digits,
			'7'.repeat(20_000),
			'x.'.repeat(10_000),
			'😀'.repeat(10_000),
			'㍿'.repeat(20_000),
		]) {
			const metadata = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`k${n}`, long(n * 300).slice(0, 700)]));
			await db.contact.update({ where: where(ids.contact), data: { notes: notes.slice(0, 20_000), metadata } });
			await expectTrue();
		}
	});
});

describe('documents follow', () => {
	test('a contact whose name or email changes', async () => {
		await db.contact.update({ where: where(ids.contact), data: { name: 'Trần Quốc Bảo' } });
		await db.contactPoint.create({
			data: {
				userId: lan,
				id: uuidv7(),
				contactId: ids.contact,
				kind: 'email',
				value: 'bao@kho.example.com',
				place: 3,
			},
		});
		expect(await holds('contact', `'kho' & 'tran'`)).toBe(true);
		await expectTrue();
	});

	test('what is emptied: what has no text beyond its name, addresses and phones has none', async () => {
		await db.contact.update({ where: where(ids.contact), data: { notes: null, leftTo: null, metadata: {} } });
		expect(await db.$queryRaw`SELECT FROM search_document WHERE user_id = ${lan}::uuid AND kind = 'contact'`).toEqual(
			[],
		);
		await expectTrue();
		await db.contact.update({ where: where(ids.contact), data: { metadata: { Zalo: '0901 234 567' } } });
		expect(await holds('contact', `'#234567':*`)).toBe(true);
		await expectTrue();
	});

	test('no change of what they do not hold', async () => {
		const rows = () =>
			db.$queryRaw`SELECT ctid::text, xmin::text FROM search_document WHERE user_id = ${lan}::uuid ORDER BY 1`;
		const before = await rows();
		await db.deal.update({ where: where(ids.deal), data: { stage: 'proposal', value: '7' } });
		await db.company.update({ where: where(ids.company), data: { pinnedNoteId: ids.activity } });
		await db.followUp.update({ where: where(ids.followUp), data: { doneAt: new Date() } });
		expect(await rows()).toEqual(before);
	});

	test('a deletion with all that it takes along, its undo, and the end of the account', async () => {
		const deleted = await recorded((tx) => deleteCompany(tx, lan, { id: ids.company }));
		await expectTrue();
		expect(await db.$queryRaw`SELECT FROM search_document WHERE user_id = ${lan}::uuid`).toEqual([]);
		await undo(lan, deleted);
		await expectTrue();
		expect(await holds('contact', `'"ca phe'`)).toBe(true);
		await db.user.delete({ where: { id: lan } });
		expect(await db.$queryRaw`SELECT FROM search_document WHERE user_id = ${lan}::uuid`).toEqual([]);
	});

	test('any actions and undos', async () => {
		const step = fc.record({
			name: fc.constantFrom(...actionNames),
			n: fc.nat({ max: 1000 }),
			undoes: fc.nat({ max: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
				const owner = await makeAccount('Nguyễn Thị Lan');
				await db.settings.create({ data: { userId: owner } });
				await makeCompanyWithEverything(owner, 'Đầu tiên');
				await makeCompanyWithEverything(owner, 'Thứ hai');
				for (const { name, n, undoes } of steps) {
					const offered = undoes > 0 ? [] : (await listChanges(owner, 200)).entries.filter(({ undoneAt }) => !undoneAt);
					const undone = offered[n % Math.max(offered.length, 1)];
					if (undone)
						await undo(owner, undone.id).catch((error: Error) => expect(error.message).toMatch(/^Can’t undo this/));
					else await act((tx) => doAnything(tx, owner, name, n));
				}
				await expectTrue(owner);
			}),
			{ numRuns: 8 },
		);
	}, 240_000);
});

describe('at the same time', () => {
	/** Begins work in a transaction, lets another one wait for what that holds, and ends both. */
	async function overlap(first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>) {
		const begun = Promise.withResolvers<void>();
		const goOn = Promise.withResolvers<void>();
		const one = act(async (tx) => {
			await first(tx);
			begun.resolve();
			await goOn.promise;
		});
		await begun.promise;
		const two = act(second);
		await new Promise((resolve) => setTimeout(resolve, 100));
		goOn.resolve();
		await Promise.all([one, two]);
	}

	const note = (notes: string | null) => (tx: Tx) => tx.contact.update({ where: where(ids.contact), data: { notes } });
	const call = (phone: string) => (tx: Tx) => tx.contact.update({ where: where(ids.contact), data: { phone } });

	test('a note and a phone number are both there, whichever comes first', async () => {
		await overlap(note('gọi buổi sáng'), call('0901 234 567'));
		await expectTrue();
		await overlap(call('0987 654 321'), note('gọi buổi chiều'));
		await expectTrue();
		expect(await holds('contact', `'"buoi chieu' & '0987'`)).toBe(true);
	});

	test('nothing is left of a contact that is deleted while it is given its first text', async () => {
		await db.contact.update({ where: where(ids.contact), data: { notes: null, metadata: {} } });
		const remove = (tx: Tx) => tx.contact.deleteMany({ where: { userId: lan, id: ids.contact } });
		await overlap(note('gọi buổi sáng'), remove);
		await expectTrue();
		expect(await db.$queryRaw`SELECT FROM search_document WHERE kind = 'contact' AND user_id = ${lan}::uuid`).toEqual(
			[],
		);
	});
});

test('what was there before the documents has one', async () => {
	const database = await createDatabaseBefore('20261130173000_search_documents');
	const [owner, company] = [uuidv7(), uuidv7()];
	await database.pool.query(`
		INSERT INTO "user" (id, name, email, seat) VALUES ('${owner}', 'Nguyễn Thị Lan', 'lan@example.com', 1);
		INSERT INTO company (user_id, id, name, notes) VALUES ('${owner}', '${company}', 'Thủy sản Bình Minh', 'cạnh Cát Lái');
		INSERT INTO contact (user_id, id, company_id, name, notes) VALUES ('${owner}', uuidv7(), '${company}', 'Trần Quốc Bảo', 'thích cà phê');
		INSERT INTO contact (user_id, id, company_id, name) VALUES ('${owner}', uuidv7(), '${company}', 'Lê Thị Mai');
		INSERT INTO deal (user_id, id, company_id, name, value, currency, position, notes) VALUES ('${owner}', uuidv7(), '${company}', 'Kho', 5, 'VND', 'a0V', 'lạnh');
		INSERT INTO activity (user_id, id, company_id, type, subject, at, next_steps) VALUES ('${owner}', uuidv7(), '${company}', 'call', 'Gọi', now(), 'gửi báo giá');
		INSERT INTO follow_up (user_id, id, title) VALUES ('${owner}', uuidv7(), 'Gửi báo giá')`);
	await applyMigrations(database.url);
	const { rows } = await database.pool.query('SELECT kind, record_id, words::text FROM search_document ORDER BY 1, 2');
	expect(rows).toHaveLength(4);
	expect(rows).toEqual((await database.pool.query(`${wanted} ORDER BY 1, 2`, [owner])).rows);
	const { rows: lines } = await database.pool.query('SELECT FROM change_log');
	// the six rows and the first stage of the deal
	expect(lines.length).toBe(7);
	await database.drop();
});
