import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { sampleDataLabel } from '@/features/sample-data/schema';
import { removeSampleData } from '@/features/sample-data/server/sample-data-removal-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded, undo } from '../support/act';
import { rounds } from '../support/rounds';
import { makeCompanyWithEverything } from '../support/sample-account';
import { loadSample, removeSample } from '../support/sample-data';
import { snapshot } from '../support/snapshot';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const load = (amongOwn?: boolean) => loadSample(lan, amongOwn);
const remove = () => removeSample(lan);
const companyNamed = (name: string) => db.company.findFirstOrThrow({ where: { userId: lan, name } });
const contactNamed = (name: string) => db.contact.findFirstOrThrow({ where: { userId: lan, name } });

test('keeps what was changed, and what it belongs to', async () => {
	await load();
	const acme = await companyNamed('Acme Corp');
	const hoaSen = await companyNamed('Công ty TNHH Nội thất Hoa Sen');
	const robert = await contactNamed('Robert Fox');
	await recorded((tx) =>
		tx.company.update({ where: { userId_id: { userId: lan, id: hoaSen.id } }, data: { phone: '123' } }),
	);
	await recorded((tx) =>
		tx.contact.update({ where: { userId_id: { userId: lan, id: robert.id } }, data: { notes: 'Gọi' } }),
	);
	const { kept, removed } = await remove();
	expect(kept).toEqual([
		{ entity: 'company', id: acme.id, name: 'Acme Corp', why: 'linked' },
		{ entity: 'company', id: hoaSen.id, name: hoaSen.name, why: 'changed' },
		{ entity: 'contact', id: robert.id, name: 'Robert Fox', why: 'changed' },
		// the tags of the companies that stay
		{ entity: 'tag', id: expect.any(String), name: 'Key account', why: 'linked' },
		{ entity: 'tag', id: expect.any(String), name: 'Referral', why: 'linked' },
	]);
	expect(removed).toMatchObject({ company: 10, contact: 39, tag: 2 });
	expect(await db.companyTag.count({ where: { userId: lan } })).toBe(2);
	await expect(load(true)).rejects.toThrow('loaded already');
	// a second time there is nothing left to remove, and the answer says what stays
	expect(await remove()).toMatchObject({ removed: {}, kept });
});

test('that was changed and changed back goes', async () => {
	await load();
	const { id } = await companyNamed('Acme Corp');
	for (const name of ['Acme Group', 'Acme Corp'])
		await recorded((tx) => tx.company.update({ where: { userId_id: { userId: lan, id } }, data: { name } }));
	expect((await remove()).kept).toEqual([]);
});

type Hang = (tx: Tx, at: { companyId: string; contactId: string; tagId: string }) => Promise<unknown>;
const hangs: [what: string, kept: string[], Hang][] = [
	[
		'a person',
		['Acme Corp'],
		(tx, { companyId }) => tx.contact.create({ data: { userId: lan, companyId, name: 'Trần Quốc Bảo' } }),
	],
	[
		'a deal with one of its people',
		['Acme Corp', 'Jane Cooper'],
		(tx, { companyId, contactId }) =>
			tx.deal.create({
				data: { userId: lan, companyId, contactId, name: 'Kho', value: '1', currency: 'VND', position: 'a' },
			}),
	],
	[
		'a call',
		['Acme Corp'],
		(tx, { companyId }) =>
			tx.activity.create({ data: { userId: lan, companyId, type: 'call', subject: 'Gọi', at: new Date() } }),
	],
	[
		'a follow-up with a person',
		['Acme Corp', 'Jane Cooper'],
		(tx, { contactId }) => tx.followUp.create({ data: { userId: lan, contactId, title: 'Gửi báo giá' } }),
	],
	[
		'a tag of one’s own',
		['Acme Corp'],
		async (tx, { companyId }) => {
			const tag = await tx.tag.create({ data: { userId: lan, name: 'Của tôi' } });
			await tx.companyTag.create({ data: { userId: lan, companyId, tagId: tag.id } });
		},
	],
];
test.each(hangs)('keeps what %s hangs on', async (_what, names, hang) => {
	await load();
	const { id: companyId } = await companyNamed('Acme Corp');
	const { id: contactId } = await contactNamed('Jane Cooper');
	const { id: tagId } = await db.tag.findFirstOrThrow({ where: { userId: lan, name: 'Key account' } });
	await recorded((tx) => hang(tx, { companyId, contactId, tagId }));
	const before = await snapshot(lan);
	const { kept, changeSet } = await remove();
	// and the company's own tag
	expect(kept.map(({ name }) => name)).toEqual([...names, 'Key account']);
	expect(kept.every(({ why }) => why === 'linked')).toBe(true);
	await undo(lan, changeSet);
	expect(await snapshot(lan)).toEqual(before);
});

test('keeps a sample tag that a company of one’s own has, and a person who moved to one', async () => {
	const own = await makeCompanyWithEverything(lan, 'Của Lan');
	await load(true);
	const tag = await db.tag.findFirstOrThrow({ where: { userId: lan, name: 'Exporter' } });
	const jane = await contactNamed('Jane Cooper');
	await recorded(async (tx) => {
		await tx.companyTag.create({ data: { userId: lan, companyId: own.company, tagId: tag.id } });
		await tx.contact.update({
			where: { userId_id: { userId: lan, id: jane.id } },
			data: { companyId: own.company },
		});
	});
	expect((await remove()).kept).toEqual([
		{ entity: 'contact', id: jane.id, name: 'Jane Cooper', why: 'changed' },
		{ entity: 'tag', id: tag.id, name: 'Exporter', why: 'linked' },
	]);
	expect(await db.company.count({ where: { userId: lan } })).toBe(1);
});

describe('with deals and activities', () => {
	let ids: Awaited<ReturnType<typeof makeCompanyWithEverything>>;
	beforeEach(async () => {
		ids = await makeCompanyWithEverything(lan);
		await db.changeSet.update({
			where: { userId_id: { userId: lan, id: ids.changeSet } },
			data: { label: sampleDataLabel },
		});
	});

	test('goes as a whole', async () => {
		expect(await remove()).toMatchObject({ kept: [], removed: { deal: 1, activity: 1, follow_up: 1, tag: 1 } });
		expect(Object.values(await snapshot(lan)).flat()).toEqual([]);
	});

	test('goes as a whole though the user has deleted a person of it', async () => {
		await recorded((tx) => tx.contact.delete({ where: { userId_id: { userId: lan, id: ids.contact } } }));
		expect((await remove()).kept).toEqual([]);
		expect(Object.values(await snapshot(lan)).flat()).toEqual([]);
	});

	test('keeps a deal whose link to a person was cut by hand', async () => {
		const where = { userId_id: { userId: lan, id: ids.deal } };
		await recorded((tx) => tx.deal.update({ where, data: { contactId: null } }));
		expect((await remove()).kept).toContainEqual(expect.objectContaining({ entity: 'deal', why: 'changed' }));
	});

	test('keeps a deal that moved on with its stages, its person and its company, and nothing else', async () => {
		const where = { userId_id: { userId: lan, id: ids.deal } };
		await recorded((tx) => tx.deal.update({ where, data: { stage: 'proposal' } }));
		const { kept, removed } = await remove();
		expect(kept.map(({ entity, why }) => `${entity} ${why}`)).toEqual([
			'company linked',
			'contact linked',
			'deal changed',
			// the company's own, as its tag is
			'field linked',
			'field_option linked',
			'tag linked',
		]);
		expect(removed).toEqual({ activity: 1, activity_person: 1, follow_up: 1, saved_view: 1 });
		expect(await db.dealStageChange.count({ where: { userId: lan } })).toBe(2);
	});

	test('goes though a deal was only put in another place on the board', async () => {
		await recorded((tx) =>
			tx.deal.update({ where: { userId_id: { userId: lan, id: ids.deal } }, data: { position: 'zz' } }),
		);
		expect((await remove()).kept).toEqual([]);
	});
});

test('of one account is no business of another', async () => {
	const bao = await makeAccount('Trần Quốc Bảo');
	await load();
	const before = await snapshot(lan);
	await expect(recorded((tx) => removeSampleData(tx, bao))).rejects.toThrow('no sample data');
	expect(await snapshot(lan)).toEqual(before);
});

test('whatever the user did meanwhile, nothing of theirs is touched, and undo restores every row', async () => {
	const kinds = ['rename', 'own contact', 'move', 'delete company', 'delete contact', 'call', 'tag', 'deal'] as const;
	const step = fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat({ max: 1000 }) });
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
			lan = await makeAccount('Nguyễn Thị Lan');
			const own = await makeCompanyWithEverything(lan, 'Của Lan');
			const changeSet = await load(true);
			const loaded = await db.changeLog.findMany({ where: { userId: lan, changeSetId: changeSet } });
			const sample = new Set(loaded.map(({ before, after }) => ((after ?? before) as { id?: string }).id));
			for (const { kind, pick } of steps) await meddle(kind, pick, own.tag);
			const before = await snapshot(lan);
			const { changeSet: removal } = await remove().catch(() => ({ changeSet: null }));
			if (!removal) return;
			const after = await snapshot(lan);
			for (const table of ['company', 'contact', 'deal', 'activity', 'follow_up', 'tag'] as const) {
				const notSample = (row: unknown) => !sample.has((row as { id: string }).id);
				expect(after[table]?.filter(notSample)).toEqual(before[table]?.filter(notSample));
			}
			if ((await db.changeSet.count({ where: { userId: lan, id: removal } })) > 0) await undo(lan, removal);
			expect(await snapshot(lan)).toEqual(before);
		}),
		{ numRuns: rounds(8) },
	);
}, 120_000);

async function meddle(kind: string, pick: number, ownTag: string) {
	const companies = await db.company.findMany({ where: { userId: lan }, orderBy: { id: 'asc' } });
	const contacts = await db.contact.findMany({ where: { userId: lan }, orderBy: { id: 'asc' } });
	const company = companies[pick % companies.length];
	const contact = contacts[pick % contacts.length];
	if (!company || !contact) return;
	const companyKey = { userId_id: { userId: lan, id: company.id } };
	const contactKey = { userId_id: { userId: lan, id: contact.id } };
	const { id: companyId } = company;
	await recorded(async (tx) => {
		if (kind === 'rename') await tx.company.update({ where: companyKey, data: { name: `Đổi tên ${pick}` } });
		if (kind === 'own contact') await tx.contact.create({ data: { userId: lan, companyId, name: `Trần ${pick}` } });
		if (kind === 'move') await tx.contact.update({ where: contactKey, data: { companyId } });
		if (kind === 'delete company') await tx.company.delete({ where: companyKey });
		if (kind === 'delete contact') await tx.contact.delete({ where: contactKey });
		if (kind === 'call')
			await tx.activity.create({
				data: { userId: lan, companyId, contactId: contact.id, type: 'call', subject: 'Gọi', at: new Date() },
			});
		if (kind === 'tag')
			await tx.contactTag.createMany({
				data: [{ userId: lan, contactId: contact.id, tagId: ownTag }],
				skipDuplicates: true,
			});
		if (kind === 'deal')
			await tx.deal.create({
				data: {
					userId: lan,
					companyId,
					contactId: contact.id,
					name: `Kho ${pick}`,
					value: '1',
					currency: 'VND',
					position: uuidv7(),
				},
			});
	});
}
