import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ActivityType } from '@/features/activities/schema';
import { companyList } from '@/features/companies/schema';
import { getCompany, listCompanies } from '@/features/companies/server/company-queries';
import { contactList } from '@/features/contacts/schema';
import { readCompanyPeople } from '@/features/contacts/server/company-people-queries';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { getContact, listContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded, undo as undoOf } from '../support/act';
import { goingQuiet } from '../support/going-quiet';
import {
	type ActivityChange,
	addPerson,
	ago,
	changeActivity,
	logActivity,
	type Person,
	zone,
} from '../support/last-contact';

let lan: UserId;
let binhMinh: string;
let ids: Map<string, string>;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	ids = new Map();
});

const undo = (id: string) => undoOf(lan, id);
const idOf = (name: string) => ids.get(name) ?? expect.fail(`Who is ${name}?`);

const add = async (name: string, person?: Person) => {
	ids.set(name, await addPerson(lan, binhMinh, name, person));
};
const log = (name: string, at: Date, type?: ActivityType) => logActivity(lan, binhMinh, idOf(name), at, type);
const change = (id: string, data: ActivityChange) => changeActivity(lan, id, data);
const quiet = async (timeZone = zone) => (await goingQuiet(lan, timeZone)).people.map(({ name }) => name);

describe('who is going quiet', () => {
	test('is who has a rhythm and is late, those who decide first, then who is late for longest', async () => {
		await add('Lê Hoàng Phúc', { rhythm: 'weekly' });
		await add('Trần Quốc Bảo', { rhythm: 'weekly', authority: 'secondary' });
		await add('Nguyễn Thị Hoa', { rhythm: 'weekly', authority: 'primary' });
		await add('Đặng Văn Hùng', { rhythm: 'monthly', authority: 'primary' });
		await add('Võ Thị Yến', { rhythm: 'weekly', authority: 'unknown' });
		await add('Phạm Văn Đức', { rhythm: 'half_yearly', authority: 'primary' });
		await add('Bùi Minh Tuấn');
		for (const [name, days] of [
			['Lê Hoàng Phúc', 300],
			['Trần Quốc Bảo', 30],
			['Nguyễn Thị Hoa', 9],
			['Đặng Văn Hùng', 100],
			['Võ Thị Yến', 300],
			['Phạm Văn Đức', 100],
			['Bùi Minh Tuấn', 399],
		] as const)
			await log(name, ago(days));
		expect(await quiet()).toEqual(['Đặng Văn Hùng', 'Nguyễn Thị Hoa', 'Trần Quốc Bảo', 'Võ Thị Yến', 'Lê Hoàng Phúc']);
		expect((await goingQuiet(lan, zone)).count).toBe(5);
		expect((await goingQuiet(lan, zone, 2)).people.map(({ name }) => name)).toEqual([
			'Đặng Văn Hùng',
			'Nguyễn Thị Hoa',
		]);
		expect((await goingQuiet(lan, zone)).people[1]).toEqual({
			id: idOf('Nguyễn Thị Hoa'),
			name: 'Nguyễn Thị Hoa',
			isDecisionMaker: true,
			rhythm: 'weekly',
			companyId: binhMinh,
			companyName: 'Thủy sản Bình Minh',
			lastContactAt: expect.any(Date),
			dueOn: daysLater(dayIn(new Date(), zone), -2),
			daysLate: 2,
		});
	});

	test('is nobody who was spoken to by call, email or meeting; a note and what is still to come are no contact', async () => {
		await add('Trần Quốc Bảo', { rhythm: 'weekly' });
		await log('Trần Quốc Bảo', ago(20));
		await log('Trần Quốc Bảo', ago(1), 'note');
		await log('Trần Quốc Bảo', ago(-1), 'meeting');
		expect(await quiet()).toEqual(['Trần Quốc Bảo']);
		for (const type of ['call', 'email', 'meeting'] as const) {
			const id = await log('Trần Quốc Bảo', ago(2), type);
			expect(await quiet()).toEqual([]);
			await recorded((tx) => tx.activity.delete({ where: { userId_id: { userId: lan, id } } }));
			expect(await quiet()).toEqual(['Trần Quốc Bảo']);
		}
	});

	test('changes with every activity that is edited, moved to somebody else, deleted and undone', async () => {
		await add('Trần Quốc Bảo', { rhythm: 'weekly' });
		await add('Nguyễn Thị Hoa', { rhythm: 'weekly' });
		const hoas = await log('Nguyễn Thị Hoa', ago(1));
		const baos = await log('Trần Quốc Bảo', ago(1));
		expect(await quiet()).toEqual([]);
		const steps: [string, () => Promise<string>, string[]][] = [
			['moved back in time', () => change(baos, { at: ago(30) }), ['Trần Quốc Bảo']],
			['moved into the future', () => change(baos, { at: ago(-2) }), ['Trần Quốc Bảo']],
			['made a note', () => change(baos, { type: 'note' }), ['Trần Quốc Bảo']],
			['moved to somebody else', () => change(baos, { contactId: idOf('Nguyễn Thị Hoa') }), ['Trần Quốc Bảo']],
			['moved to nobody', () => change(baos, { contactId: null }), ['Trần Quốc Bảo']],
			[
				'deleted',
				() => recorded((tx) => tx.activity.deleteMany({ where: { userId: lan, id: hoas } })),
				['Nguyễn Thị Hoa'],
			],
		];
		for (const [what, step, late] of steps) {
			const changeSet = await step();
			expect(await quiet(), what).toEqual(late);
			const undone = await undo(changeSet);
			expect(await quiet(), `${what}, undone`).toEqual([]);
			await undo(undone);
			expect(await quiet(), `${what}, undone and done again`).toEqual(late);
			await undo(changeSet);
		}
	});

	test('is counted from the day somebody was added, as long as there was no contact', async () => {
		await add('Trần Quốc Bảo', { rhythm: 'weekly', added: 10 });
		await add('Nguyễn Thị Hoa', { rhythm: 'weekly', added: 3 });
		expect((await goingQuiet(lan, zone)).people).toMatchObject([
			{ name: 'Trần Quốc Bảo', lastContactAt: null, daysLate: 3 },
		]);
		// an older call counts all the same
		await log('Nguyễn Thị Hoa', ago(20));
		expect(await quiet()).toEqual(['Nguyễn Thị Hoa', 'Trần Quốc Bảo']);
	});

	test('is seen as soon as a rhythm is set, and no longer once it is taken off', async () => {
		await add('Trần Quốc Bảo');
		const { version, ...rest } = (await getContact(lan, idOf('Trần Quốc Bảo'))) ?? expect.fail();
		const { id, name, jobTitle, email, phone, isDecisionMaker, authorityLevel, notes } = rest;
		const form = {
			id,
			name,
			jobTitle,
			email,
			phone,
			isDecisionMaker,
			authorityLevel,
			notes,
			leftOn: null,
			leftTo: null,
			introducedById: null,
			reportsToId: null,
			companyId: binhMinh,
			tags: [],
			...{ emailLabel: null, phoneLabel: null, points: [] },
		};
		await recorded((tx) => contacts.updateContact(tx, lan, { ...form, version, rhythm: 'quarterly' }));
		expect(await quiet()).toEqual(['Trần Quốc Bảo']);
		const saved = (await getContact(lan, id)) ?? expect.fail();
		expect(saved.rhythm).toBe('quarterly');
		await recorded((tx) => contacts.updateContact(tx, lan, { ...form, version: saved.version, rhythm: null }));
		expect(await quiet()).toEqual([]);
	});

	test('loses whose meeting was planned and has taken place, in every place where the last contact is read', async () => {
		await add('Trần Quốc Bảo', { rhythm: 'weekly', authority: 'primary' });
		const people = () => readCompanyPeople(lan, { companyId: binhMinh }, 10);
		const reads = [
			async () => (await goingQuiet(lan, zone)).people.length === 0,
			async () => (await goingQuiet(lan, zone)).count === 0,
			async () => (await listContacts(lan, contactList.parse({ silent: 'never' }), zone)).count === 0,
			async () => (await listCompanies(lan, companyList.parse({ silent: 'never' }), zone)).count === 0,
			async () => (await people()).people[0]?.lastContact !== null,
			async () => (await people()).decidersContactedAt !== null,
			async () => (await getContact(lan, idOf('Trần Quốc Bảo')))?.stats?.lastContactAt !== null,
			async () => (await getCompany(lan, binhMinh))?.stats?.lastContactAt !== null,
		];
		for (const read of reads) {
			const at = new Date(Date.now() + 300);
			const id = await log('Trần Quốc Bảo', at, 'meeting');
			expect(await read()).toBe(false);
			await expect.poll(() => Date.now() > at.getTime() + 20).toBe(true);
			expect(await read()).toBe(true);
			await recorded((tx) => tx.activity.delete({ where: { userId_id: { userId: lan, id } } }));
		}
	});
});

test('a call that is logged while a meeting passes is not lost, and the read does not wait for it', async () => {
	await add('Trần Quốc Bảo', { rhythm: 'weekly' });
	const meeting = new Date(Date.now() + 200);
	await log('Trần Quốc Bảo', meeting, 'meeting');
	await expect.poll(() => Date.now() > meeting.getTime() + 20).toBe(true);
	const writer = new pg.Client({ connectionString: process.env.DATABASE_URL });
	await writer.connect();
	await writer.query('BEGIN');
	await writer.query(
		`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
		VALUES ($1, gen_random_uuid(), $2, $3, 'call', 'Gọi', now())`,
		[lan, binhMinh, idOf('Trần Quốc Bảo')],
	);
	expect((await goingQuiet(lan, zone)).people).toHaveLength(1);
	await writer.query('COMMIT');
	await writer.end();
	expect(await quiet()).toEqual([]);
	const call = await db.activity.findFirstOrThrow({ where: { userId: lan, type: 'call' } });
	expect((await getContact(lan, idOf('Trần Quốc Bảo')))?.stats?.lastContactAt).toEqual(call.at);
	expect((await getCompany(lan, binhMinh))?.stats?.lastContactAt).toEqual(call.at);
});

test('a meeting that is planned while another passes becomes the last contact in its turn', async () => {
	await add('Trần Quốc Bảo', { rhythm: 'weekly' });
	const first = new Date(Date.now() + 200);
	const second = new Date(Date.now() + 900);
	await log('Trần Quốc Bảo', first, 'meeting');
	const writer = new pg.Client({ connectionString: process.env.DATABASE_URL });
	await writer.connect();
	await writer.query('BEGIN');
	await writer.query(
		`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
		VALUES ($1, gen_random_uuid(), $2, $3, 'meeting', 'Họp', $4)`,
		[lan, binhMinh, idOf('Trần Quốc Bảo'), second],
	);
	await expect.poll(() => Date.now() > first.getTime() + 20).toBe(true);
	const read = quiet();
	await new Promise((resolve) => setTimeout(resolve, 100));
	await writer.query('COMMIT');
	await writer.end();
	await read;
	await expect.poll(() => Date.now() > second.getTime() + 20, { timeout: 3000 }).toBe(true);
	expect(await quiet()).toEqual([]);
	expect((await getContact(lan, idOf('Trần Quốc Bảo')))?.stats?.lastContactAt).toEqual(second);
});

test('two reads at once both see the meeting that has passed', async () => {
	await add('Trần Quốc Bảo', { rhythm: 'weekly' });
	const meeting = new Date(Date.now() + 200);
	await log('Trần Quốc Bảo', meeting, 'meeting');
	await expect.poll(() => Date.now() > meeting.getTime() + 20).toBe(true);
	const answers = await Promise.all(Array.from({ length: 8 }, () => quiet()));
	expect(answers.flat()).toEqual([]);
});
