import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { companyList } from '@/features/companies/schema';
import { listCompanies } from '@/features/companies/server/company-queries';
import { dueDay } from '@/features/contacts/rhythm';
import { contactList, type Rhythm, rhythms } from '@/features/contacts/schema';
import { listContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { goingQuiet } from '../support/going-quiet';
import { addPerson, ago, changeActivity, logActivity, zone } from '../support/last-contact';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
});

/** Logs a call with a new person who is to be spoken to every week; returns its id. */
const logFirstCall = async (name: string, at: Date) =>
	logActivity(lan, binhMinh, await addPerson(lan, binhMinh, name, { rhythm: 'weekly' }), at);

const zones = [
	...Array.from({ length: 27 }, (_, n) => `Etc/GMT${n <= 12 ? `+${12 - n}` : `-${n - 12}`}`),
	...['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Asia/Beirut', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
	...['Pacific/Kiritimati', 'Pacific/Niue', 'Africa/Cairo', zone],
];
/** Enough for what only filters: the first and the last to have a day, one that changes its clocks, and the users' own. */
const filterZones = ['Etc/GMT+12', 'America/New_York', zone, 'Pacific/Kiritimati'];

test('the user’s days decide, from UTC-12 to UTC+14: due today is not late, due yesterday is', async () => {
	const onTime = await logFirstCall('Trần Quốc Bảo', ago(7));
	const late = await logFirstCall('Nguyễn Thị Hoa', ago(7));
	for (const timeZone of zones) {
		const check = async () => {
			const today = dayIn(new Date(), timeZone);
			const midnight = instantOf(`${daysLater(today, -7)}T00:00`, timeZone);
			await changeActivity(lan, onTime, { at: midnight });
			await changeActivity(lan, late, { at: new Date(midnight.getTime() - 1) });
			const { people: found } = await goingQuiet(lan, timeZone);
			// a day may have ended meanwhile
			return dayIn(new Date(), timeZone) === today && found;
		};
		const found = (await check()) || (await check());
		expect(found, timeZone).toMatchObject([{ name: 'Nguyễn Thị Hoa', daysLate: 1 }]);
	}
});

test('nobody who is late in any zone is due too late by the days of UTC to be looked at', async () => {
	const [found] = await db.$queryRaw<[{ cases: number; before: number; after: number }]>`
		WITH due AS (
			SELECT (at AT TIME ZONE 'UTC') + rhythm_interval(rhythm) AS stored,
				((at AT TIME ZONE zone)::date + rhythm_interval(rhythm))::date AS day
			FROM generate_series(timestamptz '2026-12-01Z', '2029-01-01Z', '1 hour') at,
				unnest(enum_range(NULL::contact_rhythm)) rhythm, unnest(ARRAY['Etc/GMT+12', 'Etc/GMT-14']) zone
		)
		SELECT count(*)::int AS cases, max(stored::date - day) AS after, max(day - stored::date) AS before FROM due`;
	// a day off by the zone, and four where a month is added to the last of February and to the first of March
	expect(found).toEqual({ cases: expect.any(Number), before: 4, after: 4 });
	expect(found.cases).toBeGreaterThan(180_000);
});

test('the due day is the same in SQL and on the page: every day of three years, and around every change of the clocks', async () => {
	const rows = await db.$queryRaw<{ day: string; rhythm: Rhythm; due: string }[]>`
		SELECT day::date::text AS day, rhythm, (day::date + rhythm_interval(rhythm))::date::text AS due
		FROM generate_series(timestamp '2026-01-01', '2028-12-31', '1 day') day,
			unnest(enum_range(NULL::contact_rhythm)) rhythm`;
	expect(rows).toHaveLength(1096 * rhythms.length);
	for (const { day, rhythm, due } of rows) expect(dueDay(day, rhythm), `${rhythm} from ${day}`).toBe(due);
	expect(rows.find(({ day, rhythm }) => day === '2026-01-31' && rhythm === 'monthly')?.due).toBe('2026-02-28');

	const call = await logFirstCall('Trần Quốc Bảo', ago(400));
	// the last hours of summer in Berlin, New York, Beirut and on Lord Howe, and of winter in Santiago and Cairo
	for (const [timeZone, turn] of [
		['Europe/Berlin', '2025-10-26T01:00Z'],
		['Europe/Berlin', '2025-10-19T01:00Z'],
		['America/New_York', '2025-11-02T06:00Z'],
		['Asia/Beirut', '2025-10-25T21:00Z'],
		['Australia/Lord_Howe', '2026-04-04T15:00Z'],
		['America/Santiago', '2025-09-07T04:00Z'],
		['Africa/Cairo', '2026-04-23T22:00Z'],
	] as const) {
		for (let hours = -30; hours <= 30; hours += 3) {
			for (const minutes of [-1, 0, 1]) {
				const at = new Date(Date.parse(turn) + hours * 3_600_000 + minutes * 60_000);
				await db.activity.update({ where: { userId_id: { userId: lan, id: call } }, data: { at } });
				const due = dueDay(dayIn(at, timeZone), 'weekly');
				expect((await goingQuiet(lan, timeZone)).people[0]?.dueOn, `${timeZone} ${at.toISOString()}`).toBe(due);
			}
		}
	}
}, 60_000);

describe('lists filter by how long there was no contact', () => {
	beforeEach(async () => {
		for (const days of [1, 30, 31, 60, 61, 90, 91, 500]) {
			const name = `Người ${String(days).padStart(3, '0')}`;
			const companyId = uuidv7();
			await db.company.create({ data: { userId: lan, id: companyId, name } });
			const { id: contactId } = await db.contact.create({ data: { userId: lan, companyId, name } });
			const midnight = instantOf(`${daysLater(dayIn(new Date(), zone), -days)}T00:00`, zone);
			const data = { userId: lan, companyId, contactId, subject: 'Gọi' };
			await db.activity.create({ data: { ...data, type: 'call', at: midnight } });
			await db.activity.create({ data: { ...data, type: 'note', at: new Date() } });
		}
		await addPerson(lan, binhMinh, 'Chưa gọi');
	});

	const lists = [
		['contacts', (silent: string | string[]) => listContacts(lan, contactList.parse({ silent }), zone), 'Chưa gọi'],
		[
			'companies',
			(silent: string | string[]) => listCompanies(lan, companyList.parse({ silent }), zone),
			'Thủy sản Bình Minh',
		],
	] as const;

	test.each(lists)('%s', async (_, list, never) => {
		const names = async (silent: string | string[]) => {
			const { rows, count } = await list(silent);
			expect(count).toBe(rows.length);
			return rows.map(({ name }) => name).filter((name) => name !== never);
		};
		expect(await names('30')).toEqual(['Người 031', 'Người 060', 'Người 061', 'Người 090', 'Người 091', 'Người 500']);
		expect(await names('60')).toEqual(['Người 061', 'Người 090', 'Người 091', 'Người 500']);
		expect(await names('90')).toEqual(['Người 091', 'Người 500']);
		expect(await names('never')).toEqual([]);
		// without any contact is silent for all of them
		for (const silent of ['30', '60', '90', 'never'])
			expect((await list(silent)).rows.map(({ name }) => name)).toContain(never);
		// the last choice holds
		expect(await names(['30', '90'])).toEqual(await names('90'));
		expect((await list('31')).count).toBe(9);
	});

	test('whose days are the user’s', async () => {
		const call = await db.activity.findFirstOrThrow({
			where: { userId: lan, type: 'call', people: { some: { contact: { name: 'Người 001' } } } },
		});
		for (const timeZone of filterZones) {
			const midnight = instantOf(`${daysLater(dayIn(new Date(), timeZone), -30)}T00:00`, timeZone);
			const silent = async (at: Date) => {
				await changeActivity(lan, call.id, { at });
				const { rows } = await listContacts(lan, contactList.parse({ silent: '30', q: 'Người 001' }), timeZone);
				return rows.length;
			};
			expect(await silent(new Date(midnight.getTime() - 1)), timeZone).toBe(1);
			expect(await silent(midnight), timeZone).toBe(0);
		}
	});
});
