import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCompany, updateCompany } from '@/features/companies/server/company-mutations';
import { getCompany } from '@/features/companies/server/company-queries';
import { contactChanges, newContact } from '@/features/contacts/schema';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { findContactOptions } from '@/features/contacts/server/contact-option-queries';
import { getContact } from '@/features/contacts/server/contact-queries';
import { readDecisionMap } from '@/features/decision-map/server/decision-map-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { act, actAndUndo, recorded, undo } from '../support/act';
import { plainCompany, plainContact } from '../support/plain-records';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = await addCompany('Thủy sản Bình Minh');
	hoaSen = await addCompany('Hoa Sen');
});

const addCompany = async (name: string) => (await db.company.create({ data: { userId: lan, name } })).id;
const add = async (name: string, data: { companyId?: string; reportsToId?: string; introducedById?: string } = {}) =>
	(await db.contact.create({ data: { userId: lan, companyId: binhMinh, name, ...data } })).id;
const read = (id: string) => db.contact.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });

type Ties = { companyId?: string } & Partial<
	Record<'leftOn' | 'leftTo' | 'introducedById' | 'reportsToId', string | null>
>;
/** Saves a contact's form as it is, but for some fields. */
async function save(id: string, change: Ties, version?: number) {
	const { name, companyId, leftOn, leftTo, introducedById, reportsToId, ...saved } = await read(id);
	const present = {
		companyId,
		leftOn: leftOn?.toISOString().slice(0, 10) ?? null,
		leftTo,
		introducedById,
		reportsToId,
	};
	const form = { ...plainContact(id, companyId, name), ...present, ...change, version: version ?? saved.version };
	return (tx: Parameters<Parameters<typeof act>[0]>[0]) => contacts.updateContact(tx, lan, form);
}
const saveNow = async (id: string, change: Ties) => act(await save(id, change));

describe('“Reports to”', () => {
	test('is refused for another company, another account, somebody who is gone, and oneself', async () => {
		const an = await add('Trần An');
		const elsewhere = await add('Lê Bình', { companyId: hoaSen });
		await expect(saveNow(an, { reportsToId: elsewhere })).rejects.toMatchObject({
			fieldErrors: { reportsToId: expect.stringContaining('another company') },
		});
		const stranger = await makeAccount('Lê Văn Lạ');
		const theirs = await db.company.create({ data: { userId: stranger, name: 'Lạ' } });
		const their = await db.contact.create({ data: { userId: stranger, companyId: theirs.id, name: 'Người Lạ' } });
		const gone = { reportsToId: expect.stringContaining('no longer exists') };
		await expect(saveNow(an, { reportsToId: their.id })).rejects.toMatchObject({ fieldErrors: gone });
		await expect(saveNow(an, { reportsToId: uuidv7() })).rejects.toMatchObject({ fieldErrors: gone });
		await expect(saveNow(an, { reportsToId: an })).rejects.toMatchObject({
			fieldErrors: { reportsToId: expect.stringContaining('report to themselves') },
		});
	});

	test('is refused where it would close a cycle, however long', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { reportsToId: an });
		const chi = await add('Võ Chi', { reportsToId: binh });
		await expect(saveNow(an, { reportsToId: chi })).rejects.toMatchObject({
			fieldErrors: { reportsToId: '“Võ Chi” already reports to this contact. Select another contact.' },
		});
	});

	test('is never closed to a cycle by two tabs at the same time', async () => {
		for (let n = 0; n < 5; n++) {
			const [an, binh, chi] = [await add('Trần An'), await add('Lê Bình'), await add('Võ Chi')];
			const works = [
				await save(an, { reportsToId: binh }),
				await save(binh, { reportsToId: chi }),
				await save(chi, { reportsToId: an }),
			];
			const outcomes = await Promise.allSettled(works.map((work) => act(work)));
			expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
		}
	});

	test('is refused by the database as well, also where only half of it is written at a time', async () => {
		const [an, binh] = [await add('Trần An'), await add('Lê Bình')];
		const link = (from: string, to: string) =>
			db.$executeRaw`UPDATE contact SET reports_to_id = ${to}::uuid WHERE user_id = ${lan}::uuid AND id = ${from}::uuid`;
		const outcomes = await Promise.allSettled([link(an, binh), link(binh, an)]);
		expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
	});

	test('is left behind by who moves, in both directions, and undo brings it back', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { reportsToId: an });
		const chi = await add('Võ Chi', { reportsToId: binh });
		await actAndUndo(lan, await save(binh, { companyId: hoaSen, reportsToId: null }), async () => {
			expect(await read(chi)).toMatchObject({ reportsToId: null });
		});
		expect([(await read(binh)).reportsToId, (await read(chi)).reportsToId]).toEqual([an, binh]);
	});

	test('holds while two companies are merged, as everybody moves at once', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { reportsToId: an });
		await db.contact.updateMany({ where: { userId: lan, companyId: binhMinh }, data: { companyId: hoaSen } });
		expect(await read(binh)).toMatchObject({ companyId: hoaSen, reportsToId: an });
	});

	test('can’t be undone to a cycle, which is said', async () => {
		const binh = await add('Lê Bình');
		const an = await add('Trần An', { reportsToId: binh });
		const cleared = await recorded(await save(an, { reportsToId: null }));
		await saveNow(binh, { reportsToId: an });
		await expect(undo(lan, cleared)).rejects.toThrow(/^Can’t undo this/);
		expect(await read(an)).toMatchObject({ reportsToId: null });
	});

	test('is not restored by an undo where the two work at different companies by now', async () => {
		const binh = await add('Lê Bình');
		const an = await add('Trần An', { reportsToId: binh });
		const cleared = await recorded(await save(an, { reportsToId: null }));
		await saveNow(binh, { companyId: hoaSen });
		await undo(lan, cleared);
		expect(await read(an)).toMatchObject({ reportsToId: null });
	});
});

describe('“Introduced by”', () => {
	test('is shown on both sides, of contacts and companies', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { companyId: hoaSen });
		await saveNow(binh, { introducedById: an });
		const { version } = await db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: hoaSen } } });
		await act((tx) => updateCompany(tx, lan, { ...plainCompany(hoaSen, 'Hoa Sen'), version, introducedById: an }));
		expect(await getContact(lan, an)).toMatchObject({
			introducedContacts: [{ id: binh, name: 'Lê Bình' }],
			introducedCompanies: [{ id: hoaSen, name: 'Hoa Sen' }],
		});
		const introducedBy = { id: an, name: 'Trần An', companyName: 'Thủy sản Bình Minh' };
		expect(await getContact(lan, binh)).toMatchObject({ introducedBy });
		expect(await getCompany(lan, hoaSen)).toMatchObject({ introducedBy });
	});

	test('is refused for oneself, for another account’s, and for who is gone', async () => {
		const an = await add('Trần An');
		await expect(saveNow(an, { introducedById: an })).rejects.toMatchObject({
			fieldErrors: { introducedById: expect.stringContaining('introduce themselves') },
		});
		const gone = { fieldErrors: { introducedById: expect.stringContaining('no longer exists') } };
		await expect(saveNow(an, { introducedById: uuidv7() })).rejects.toMatchObject(gone);
		const form = { ...plainCompany(uuidv7(), 'Mới'), introducedById: uuidv7() };
		await expect(act((tx) => createCompany(tx, lan, form))).rejects.toMatchObject(gone);
	});

	test('is cleared with a deleted contact, and undo brings all of it back', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { introducedById: an, reportsToId: an });
		await db.company.update({ where: { userId_id: { userId: lan, id: hoaSen } }, data: { introducedById: an } });
		await actAndUndo(
			lan,
			(tx) => contacts.deleteContact(tx, lan, { id: an }),
			async () => {
				expect(await read(binh)).toMatchObject({ introducedById: null, reportsToId: null });
				expect(await getCompany(lan, hoaSen)).toMatchObject({ introducedBy: null });
			},
		);
	});
});

describe('who left the company', () => {
	const stats = async (companyId = binhMinh) => {
		const { contacts: present, formerContacts } = await db.companyStats.findUniqueOrThrow({
			where: { userId_companyId: { userId: lan, companyId } },
		});
		return [present, formerContacts];
	};

	test('is marked with the date and where to, and undo takes it back', async () => {
		const an = await add('Trần An');
		const { version } = await read(an);
		const left = { id: an, version, leftOn: '2026-03-31', leftTo: 'Sao Mai' };
		await actAndUndo(
			lan,
			(tx) => contacts.markLeft(tx, lan, left),
			async () => {
				expect(await getContact(lan, an)).toMatchObject({ leftOn: '2026-03-31', leftTo: 'Sao Mai' });
				expect(await stats()).toEqual([0, 1]);
			},
		);
		expect(await stats()).toEqual([1, 0]);
		await act((tx) => contacts.deleteContact(tx, lan, { id: an }));
		await expect(act((tx) => contacts.markLeft(tx, lan, left))).rejects.toThrow('no longer exists');
	});

	test('moves to the new company, which may be new, and is no longer one who left', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { reportsToId: an });
		const { version } = await read(an);
		await act((tx) => contacts.markLeft(tx, lan, { id: an, version, leftOn: '2026-03-31', leftTo: 'Sao Mai' }));
		await db.activity.create({
			data: { userId: lan, companyId: binhMinh, contactId: an, type: 'call', subject: 'Gọi', at: new Date() },
		});
		const move = { id: an, version: (await read(an)).version, companyId: uuidv7(), jobTitle: 'Giám đốc' };
		await actAndUndo(
			lan,
			(tx) => contacts.moveContact(tx, lan, { ...move, newCompany: 'Sao Mai' }),
			async () => {
				expect(await getContact(lan, an)).toMatchObject({
					company: { id: move.companyId, name: 'Sao Mai' },
					...{ leftOn: null, leftTo: null, jobTitle: 'Giám đốc' },
				});
				expect(await read(binh)).toMatchObject({ reportsToId: null });
				// the past stays where it was
				expect(await db.activity.findFirst({ where: { userId: lan } })).toMatchObject({ companyId: binhMinh });
				expect([await stats(), await stats(move.companyId)]).toEqual([
					[1, 0],
					[1, 0],
				]);
			},
		);
		await expect(act((tx) => contacts.moveContact(tx, lan, { ...move, companyId: binhMinh }))).rejects.toMatchObject({
			fieldErrors: { companyId: expect.stringContaining('left this company') },
		});
		await expect(act((tx) => contacts.moveContact(tx, lan, { ...move, companyId: uuidv7() }))).rejects.toMatchObject({
			fieldErrors: { companyId: expect.anything() },
		});
	});

	test('is no longer marked by moving in the form, unless the form says when they left the new one', async () => {
		const an = await add('Trần An');
		await saveNow(an, { leftOn: '2026-03-31', leftTo: 'Hoa Sen' });
		await saveNow(an, { companyId: hoaSen });
		expect(await read(an)).toMatchObject({ leftOn: null, leftTo: null });
		await saveNow(an, { companyId: binhMinh, leftOn: '2026-06-30' });
		expect((await read(an)).leftOn).not.toBeNull();
	});

	test('is offered last in pickers, and only to who asks by name', async () => {
		const an = await add('Nguyễn An');
		const options = async (q: string) =>
			(await findContactOptions(lan, { q, companyId: binhMinh })).map(({ name, hasLeft }) => [name, hasLeft]);
		await saveNow(an, { leftOn: '2026-03-31' });
		await add('Nguyễn Văn Yên');
		await add('Bà Nguyễn');
		expect(await options('')).toEqual([
			['Bà Nguyễn', false],
			['Nguyễn Văn Yên', false],
		]);
		expect(await options('nguyen')).toEqual([
			['Nguyễn Văn Yên', false],
			['Bà Nguyễn', false],
			['Nguyễn An', true],
		]);
		expect(await findContactOptions(lan, { q: 'nguyen', except: an })).toHaveLength(2);
	});

	test.each([
		[{ leftOn: '2026-02-30' }, 'leftOn'],
		[{ leftOn: '', leftTo: 'Sao Mai' }, 'leftOn'],
		[{ leftOn: '2026-03-31', leftTo: 'a'.repeat(201) }, 'leftTo'],
		[{ reportsToId: 'not an id' }, 'reportsToId'],
		[{ introducedById: '1 OR 1=1' }, 'introducedById'],
	])('a form with %j is refused at its field', (fields, field) => {
		const form = { id: uuidv7(), companyId: binhMinh, name: 'Trần An', tags: '[]', ...fields };
		for (const parsed of [parseInput(newContact, form), parseInput(contactChanges, { ...form, version: 1 })])
			expect(parsed).toMatchObject({ ok: false, fieldErrors: { [field]: expect.anything() } });
	});
});

describe('a merge of two contacts', () => {
	const sides = {
		...({ name: 'kept', company: 'kept', jobTitle: 'kept', email: 'kept', phone: 'kept', decides: 'kept' } as const),
		...({ rhythm: 'kept', left: 'gone', introducedBy: 'gone', reportsTo: 'kept', notes: 'both' } as const),
		metadata: [],
	};
	const merge = async (
		keep: string,
		gone: string,
		change: Partial<Record<keyof typeof sides, 'kept' | 'gone'>> = {},
	) => {
		const versions = { keepVersion: (await read(keep)).version, goneVersion: (await read(gone)).version };
		return (tx: Parameters<Parameters<typeof act>[0]>[0]) =>
			mergeContacts(tx, lan, { ...sides, keep, gone, ...versions, ...change } as Parameters<typeof mergeContacts>[2]);
	};

	test('moves whom the other introduced and who reported to them', async () => {
		const [keep, gone, an] = [await add('Lan'), await add('Lan Nguyễn'), await add('Trần An')];
		const report = await add('Lê Bình', { reportsToId: gone, introducedById: gone });
		await db.company.update({ where: { userId_id: { userId: lan, id: hoaSen } }, data: { introducedById: gone } });
		await saveNow(gone, { introducedById: an, leftOn: '2026-03-31', leftTo: 'Sao Mai' });
		await actAndUndo(lan, await merge(keep, gone), async () => {
			expect(await read(report)).toMatchObject({ reportsToId: keep, introducedById: keep });
			expect(await getCompany(lan, hoaSen)).toMatchObject({ introducedBy: { id: keep } });
			expect(await getContact(lan, keep)).toMatchObject({
				introducedBy: { id: an },
				...{ leftOn: '2026-03-31', leftTo: 'Sao Mai' },
			});
		});
	});

	test('of a contact and their manager leaves nobody above them', async () => {
		const gone = await add('Lan Nguyễn');
		const keep = await add('Lan', { reportsToId: gone, introducedById: gone });
		await act(await merge(keep, gone, { introducedBy: 'kept' }));
		expect(await read(keep)).toMatchObject({ reportsToId: null, introducedById: null });
	});

	test('is refused where it would close a cycle, by name', async () => {
		const gone = await add('Lan Nguyễn');
		const between = await add('Trần An', { reportsToId: gone });
		const keep = await add('Lan', { reportsToId: between });
		await expect(act(await merge(keep, gone))).rejects.toThrow(/“Trần An”/);
		expect(await read(gone)).toBeTruthy();
	});
});

describe('the decision map', () => {
	test('has everybody with their managers, roles in open deals and last contact', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { reportsToId: an });
		const deal = (name: string, closed: boolean) =>
			db.deal.create({
				data: {
					...{ userId: lan, companyId: binhMinh, name, value: 1, currency: 'VND', position: uuidv7() },
					...(closed && { stage: 'closed_won', closedAt: new Date() }),
				},
			});
		const [open, won] = [await deal('Hệ thống kho', false), await deal('Đã xong', true)];
		for (const { id: dealId } of [open, won])
			await db.dealPerson.create({
				data: { userId: lan, dealId, contactId: binh, role: 'champion', isOpen: dealId === open.id },
			});
		expect(await readDecisionMap(lan, binhMinh)).toMatchObject({
			hasMore: false,
			contacts: [
				{ id: binh, reportsToId: an, roles: [{ deal: 'Hệ thống kho', role: 'champion' }], lastContactAt: null },
				{ id: an, reportsToId: null, roles: [] },
			],
		});
	});

	test('has the first sixty and those above them, and says that there are more', async () => {
		const top = await add('Ông Chủ');
		for (let n = 10; n < 70; n++) await add(`An ${n}`, { reportsToId: top });
		const { contacts: mapped, hasMore } = await readDecisionMap(lan, binhMinh);
		expect([mapped.length, hasMore]).toEqual([61, true]);
		expect(mapped.at(-1)).toMatchObject({ id: top });
	});

	test('has who left only while somebody still reports to them', async () => {
		const an = await add('Trần An');
		const binh = await add('Lê Bình', { reportsToId: an });
		const chi = await add('Võ Chi');
		for (const id of [an, chi]) await saveNow(id, { leftOn: '2026-03-31' });
		const mapped = async () => (await readDecisionMap(lan, binhMinh)).contacts.map(({ id, leftOn }) => [id, leftOn]);
		expect(await mapped()).toEqual([
			[binh, null],
			[an, '2026-03-31'],
		]);
		await saveNow(binh, { reportsToId: null });
		expect(await mapped()).toEqual([[binh, null]]);
	});
});
