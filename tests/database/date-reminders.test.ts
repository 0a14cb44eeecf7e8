import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { archiveField, editField } from '@/features/fields/server/field-mutations';
import { addReadyMadeField } from '@/features/fields/server/preset-mutations';
import { setField } from '@/features/fields/server/set-field-mutations';
import { presentAgenda } from '@/features/today/agenda-entry';
import { presentDay } from '@/features/today/present-day';
import { readAgenda } from '@/features/today/server/agenda-queries';
import { agendaLimits, agendaStatement } from '@/features/today/server/agenda-sql';
import { readComingDays } from '@/features/today/server/coming-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysBetween, daysLater } from '@/lib/dates/dates';
import { db, Prisma } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, actAndUndo } from '../support/act';
import { insertMany } from '../support/many-rows';

// Dates of custom fields that Today reminds of, against a calendar that is gone through day by day.

const id = (n: number) => `0194f3a0-b7c8-7d1e-9a2b-${String(n).padStart(12, '0')}`;
const [binhMinh, bao, deal] = [id(1), id(2), id(3)] as [string, string, string];
const names = { [binhMinh]: 'Thủy sản Bình Minh', [bao]: 'Trần Quốc Bảo', [deal]: 'Kho lạnh Cần Thơ' };
const recordOf = { company: binhMinh, contact: bao, deal };
const zones = ['Etc/GMT+12', 'America/Sao_Paulo', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'];

let lan: UserId;
beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.company.create({
		data: { userId: lan, id: binhMinh, name: names[binhMinh] as string, phone: '028 3822 1234' },
	});
	await db.contact.create({ data: { userId: lan, id: bao, companyId: binhMinh, name: names[bao] as string } });
	const more = { value: 1, currency: 'VND', position: 'a0' };
	await db.deal.create({ data: { userId: lan, id: deal, companyId: binhMinh, name: names[deal] as string, ...more } });
});
beforeEach(async () => {
	for (const table of ['company', 'contact', 'deal']) await db.$executeRawUnsafe(`UPDATE ${table} SET metadata = '{}'`);
	await db.field.deleteMany({ where: { userId: lan } });
});
afterEach(() => {
	vi.useRealTimers();
});

/** Lets the app live at noon of a day, in Vietnam. */
function goTo(day: string) {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T05:00:00Z`) });
}

type Kind = keyof typeof recordOf;
type Drawn = { kind: Kind; reminds: 'once' | 'yearly' | null; remindDays: number; day: string };

async function define(fields: Drawn[]) {
	for (const [n, { kind, day, ...reminder }] of fields.entries()) {
		const off = { reminds: null, remindDays: null };
		await db.field.create({
			data: {
				...{ userId: lan, id: id(100 + n), kind, type: 'date', name: `Ngày ${n}`, place: n },
				...(reminder.reminds ? reminder : off),
			},
		});
		await db.$executeRawUnsafe(
			`UPDATE ${kind} SET metadata = metadata || jsonb_build_object($1::text, $2::text) WHERE user_id = $3::uuid AND id = $4::uuid`,
			...[id(100 + n), day, lan, recordOf[kind]],
		);
	}
}

/** The next day of a date, on a day or after it, by going through the calendar. */
function nextOf({ reminds, day }: Drawn, today: string): string | null {
	if (reminds === 'once') return day >= today ? day : null;
	if (reminds === null) return null;
	for (let n = 0; n <= 366; n++) {
		const each = daysLater(today, n);
		const isLeap = new Date(`${each.slice(0, 4)}-02-29T00:00:00Z`).getUTCMonth() === 1;
		const meant = day.endsWith('02-29') && !isLeap ? '02-28' : day.slice(5);
		if (each.slice(5) === meant && each >= day) return each;
	}
	return null;
}

const present = fc.constantFrom(
	'2027-02-20',
	'2027-02-28',
	'2028-02-20',
	'2028-02-28',
	'2028-02-29',
	'2026-12-20',
	'2027-06-01',
);
const drawn: fc.Arbitrary<Drawn> = fc.record({
	kind: fc.constantFrom<Kind>('company', 'contact', 'deal'),
	reminds: fc.constantFrom('once', 'yearly', null),
	remindDays: fc.constantFrom(0, 1, 7, 30, 60),
	day: fc.oneof(
		fc.constantFrom('1984-02-29', '1984-02-28', '1990-03-01', '2028-02-29', '1999-12-31', '2000-01-01', '1900-03-02'),
		fc.tuple(present, fc.integer({ min: -70, max: 70 })).map(([day, by]) => daysLater(day, by)),
		fc
			.tuple(present, fc.integer({ min: -70, max: 70 }), fc.integer({ min: 1, max: 60 }))
			.map(([day, by, years]) => daysLater(`${Number(day.slice(0, 4)) - years}-03-01`, by)),
	),
});

test('dates that are near are on Today, the next first, on the account’s own calendar', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 12 }), present, async (fields, day) => {
			await db.$executeRaw`UPDATE company SET metadata = '{}'`;
			await db.$executeRaw`UPDATE contact SET metadata = '{}'`;
			await db.$executeRaw`UPDATE deal SET metadata = '{}'`;
			await db.field.deleteMany({ where: { userId: lan } });
			await define(fields);
			goTo(day);
			for (const timeZone of zones) {
				const today = dayIn(new Date(), timeZone);
				const all = fields.flatMap((field, n) => {
					const next = nextOf(field, today);
					return next ? [{ field, next, fieldId: id(100 + n), name: `Ngày ${n}` }] : [];
				});
				const near = all
					.filter(({ field, next }) => daysBetween(today, next) <= field.remindDays)
					.toSorted((a, b) => (`${a.next} ${a.fieldId}` < `${b.next} ${b.fieldId}` ? -1 : 1));
				const { rows, counts } = await readAgenda(lan, { timeZone });
				const dates = rows.filter(({ group }) => group === 'dates');
				expect(counts.dates).toBe(near.length);
				expect(dates.map(({ dueOn }) => dueOn)).toEqual(near.map(({ next }) => next));
				expect(
					new Set(dates.map(({ fieldId, id: record, title, fieldName }) => [fieldId, record, title, fieldName].join())),
				).toEqual(
					new Set(
						near.map(({ field, fieldId, name }) =>
							[fieldId, recordOf[field.kind], names[recordOf[field.kind]], name].join(),
						),
					),
				);
				for (const coming of await readComingDays(lan, { timeZone })) {
					const those = fields.filter((field) => nextOf(field, coming.day) === coming.day);
					expect(coming.dates?.count ?? 0, coming.day).toBe(those.length);
				}
			}
			vi.useRealTimers();
		}),
		{ numRuns: 25 },
	);
}, 120_000);

test('a birthday is said with its field, its person and how many days, and undo takes the field off Today', async () => {
	const style = { locale: 'en-US', timeZone: 'Asia/Ho_Chi_Minh' };
	const shown = async () => {
		const { rows } = await readAgenda(lan, style);
		return presentAgenda(rows, new Date(), style).map(({ title, when, reasons, href, phone, company, key }) => [
			...[title, when, reasons.map(({ text }) => text).join(' · '), href, phone, company?.name, key],
		]);
	};
	goTo('2027-02-26');
	const birthday = id(50);
	await act((tx) => addReadyMadeField(tx, lan, { id: birthday, kind: 'contact', preset: 'birthday' }));
	const write = (value: string) =>
		act((tx) => setField(tx, lan, { kind: 'contact', field: birthday, ids: [bao], how: 'set', value }));
	await write('2/29/1984');
	const line = (when: string, days: string) => [
		...['Trần Quốc Bảo', when, `Birthday · ${days} · No contact yet`, `/contacts/${bao}`, null, 'Thủy sản Bình Minh'],
		`date-${birthday}-${bao}`,
	];
	expect(await shown()).toEqual([line('Feb 28', 'in 2 days')]);
	goTo('2027-02-27');
	expect(await shown()).toEqual([line('Feb 28', 'tomorrow')]);
	goTo('2027-02-28');
	expect(await shown()).toEqual([line('Today', 'today')]);
	goTo('2027-03-01');
	expect(await shown()).toEqual([]);
	// in a leap year on its day
	goTo('2028-02-28');
	expect(await shown()).toEqual([line('Feb 29', 'tomorrow')]);
	await actAndUndo(
		lan,
		(tx) => archiveField(tx, lan, { id: birthday, isArchived: true }),
		async () => expect(await shown()).toEqual([]),
	);
	const plain = { id: birthday, name: 'Birthday', help: null, inList: false, options: [] };
	// a form that says nothing of reminders leaves them
	await act((tx) => editField(tx, lan, plain));
	expect(await shown()).toHaveLength(1);
	await actAndUndo(
		lan,
		(tx) => editField(tx, lan, { ...plain, reminds: null }),
		async () => expect(await shown()).toEqual([]),
	);
	await act((tx) => editField(tx, lan, { ...plain, reminds: 'once', remindDays: 60 }));
	expect(await shown()).toEqual([]);
	await write('4/28/2028');
	expect(await shown()).toEqual([line('Apr 28', 'in 60 days')]);
	goTo('2028-04-21');
	const days = await readComingDays(lan, style);
	expect(presentDay(days[6] as (typeof days)[number], style)).toMatchObject({
		first: { title: 'Trần Quốc Bảo', field: 'Birthday:', href: `/contacts/${bao}` },
		more: '',
	});
});

test('nobody else’s dates, and none of a record that is gone, are on Today', async () => {
	const nam = await makeAccount('Nam');
	goTo('2027-06-01');
	await define([{ kind: 'contact', reminds: 'yearly', remindDays: 7, day: '1990-06-03' }]);
	const count = async (userId: UserId) => (await readAgenda(userId, { timeZone: 'UTC' })).counts.dates;
	expect([await count(lan), await count(nam)]).toEqual([1, 0]);
	await actAndUndo(
		lan,
		(tx) => tx.contact.delete({ where: { userId_id: { userId: lan, id: bao } } }),
		async () => expect(await count(lan)).toBe(0),
	);
	expect(await count(lan)).toBe(1);
});

test('at most twenty are read, and an account of many values reads those that are near alone', async () => {
	goTo('2027-06-01');
	const many = await makeAccount('Nhiều');
	const field = id(60);
	await db.field.create({
		data: {
			userId: many,
			id: field,
			kind: 'company',
			type: 'date',
			name: 'Hạn',
			place: 1,
			reminds: 'yearly',
			remindDays: 2,
		},
	});
	await insertMany(
		Prisma.sql`
			INSERT INTO company (user_id, id, name, metadata)
			SELECT ${many}::uuid, gen_random_uuid(), 'Công ty ' || n, jsonb_build_object(${field}::text, ('1990-01-01'::date + n % 3650)::text)
			FROM generate_series(1, 10000) n`,
		Prisma.sql`ANALYZE field_value`,
	);
	const { rows, counts } = await readAgenda(many, { timeZone: 'UTC' });
	expect(rows).toHaveLength(agendaLimits.dates);
	expect(counts.dates).toBeGreaterThan(50);
	const all = await readAgenda(many, { timeZone: 'UTC' }, { hasAllDates: true });
	expect(all.rows).toHaveLength(counts.dates);
	const statement = agendaStatement(many, 'UTC');
	const [plan] = await db.$queryRawUnsafe<[{ 'QUERY PLAN': unknown }]>(
		`EXPLAIN (ANALYZE, FORMAT JSON) ${statement.text}`,
		...statement.values,
	);
	const scans = [...JSON.stringify(plan).matchAll(/"Node Type":"(Seq Scan)"[^{}]*?"Relation Name":"(\w+)"/g)];
	expect(scans.map(([, , table]) => table).filter((table) => table === 'field_value' || table === 'company')).toEqual(
		[],
	);
}, 120_000);
