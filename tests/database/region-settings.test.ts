import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { regionForm } from '@/features/account/schema';
import * as account from '@/features/account/server/account-mutations';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { currencies, knownTimeZone, locales, timeZones } from '@/lib/locale';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { recorded, undo as undoOf } from '../support/act';
import { snapshot } from '../support/snapshot';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const undo = (id: string) => undoOf(lan, id);

describe('the region', () => {
	const region = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: '1' };
	const save = async (input: unknown) => {
		const parsed = parseInput(regionForm, input);
		if (!parsed.ok) return parsed.fieldErrors;
		try {
			await recorded((tx) => account.saveRegion(tx, lan, parsed.data));
			return null;
		} catch (error) {
			if (error instanceof Error && error.name === 'Refusal') return (error as { fieldErrors?: unknown }).fieldErrors;
			throw error;
		}
	};

	test('is saved, whether or not there were settings, and can be taken back', async () => {
		expect(await save(region)).toBeNull();
		expect(await getSettings(lan)).toEqual({ ...region, weekStart: 1 });
		const before = await snapshot(lan);
		const parsed = regionForm.parse({ ...region, currency: 'EUR', weekStart: '7' });
		const change = await recorded((tx) => account.saveRegion(tx, lan, parsed));
		expect(await getSettings(lan)).toMatchObject({ currency: 'EUR', weekStart: 7 });
		await undo(change);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('takes every choice that the page offers', async () => {
		for (const currency of currencies()) expect(await save({ ...region, currency }), currency).toBeNull();
		for (const locale of locales) expect(await save({ ...region, locale }), locale).toBeNull();
		for (const timeZone of timeZones()) expect(await save({ ...region, timeZone }), timeZone).toBeNull();
	}, 60_000);

	test('knows a time zone by its older names and keeps its present one', async () => {
		for (const timeZone of ['Asia/Saigon', 'asia/ho_chi_minh', 'Asia/Ho_Chi_Minh']) {
			expect(await save({ ...region, timeZone })).toBeNull();
			expect((await getSettings(lan)).timeZone).toBe('Asia/Ho_Chi_Minh');
		}
		expect(await save({ ...region, timeZone: 'Asia/Calcutta' })).toBeNull();
		expect((await getSettings(lan)).timeZone).toBe('Asia/Kolkata');
		expect(await save({ ...region, timeZone: 'Etc/UTC' })).toBeNull();
		expect((await getSettings(lan)).timeZone).toBe('UTC');
		expect(timeZones()).not.toContain('Asia/Saigon');
	});

	test('has zones that this database knows too', async () => {
		const known = await db.$queryRaw<{ name: string }[]>`SELECT name FROM pg_timezone_names`;
		const names = new Set(known.map(({ name }) => name));
		expect(timeZones().filter((zone) => !names.has(zone))).toEqual([]);
	});

	test('keeps what the browser had at sign-up, though no list has it', async () => {
		await recorded((tx) => account.openSettings(tx, lan, { timeZone: 'Etc/GMT-7', locale: 'is-IS' }));
		const present = await getSettings(lan);
		expect(present).toMatchObject({ timeZone: 'Etc/GMT-7', locale: 'is-IS' });
		expect(await save({ ...present, weekStart: '7' })).toBeNull();
		expect(await getSettings(lan)).toEqual({ ...present, weekStart: 7 });
		expect(await save({ ...present, weekStart: '7', timeZone: 'Etc/GMT-8' })).toEqual({ timeZone: expect.any(String) });
	});

	const hostile: [field: keyof typeof region, value: unknown][] = [
		['currency', ''],
		['currency', 'XXX'],
		['currency', 'vnd'],
		['currency', 'VND; DROP'],
		['currency', ['VND']],
		['currency', { not: '' }],
		['currency', null],
		['currency', 'V\0D'],
		['currency', 'ЅÐ₫'],
		['locale', ''],
		['locale', 'en_US'],
		['locale', 'xx-XX'],
		['locale', 'en-u-ca-buddhist'],
		['locale', 'x'.repeat(10_000)],
		['locale', '\uD800'],
		['locale', { toString: 'vi-VN' }],
		['timeZone', ''],
		['timeZone', 'Mars/Olympus'],
		['timeZone', '+07:00'],
		['timeZone', 'Etc/GMT-7'],
		['timeZone', '../../etc/passwd'],
		['timeZone', ['UTC']],
		['timeZone', 7],
		['weekStart', '0'],
		['weekStart', '8'],
		['weekStart', '1.5'],
		['weekStart', ['1']],
		['weekStart', 1],
		['weekStart', null],
	];
	test.each(hostile)('refuses as %s: %j', async (field, value) => {
		const before = await snapshot(lan);
		expect(await save({ ...region, [field]: value })).toEqual({ [field]: expect.any(String) });
		expect(await snapshot(lan)).toEqual(before);
	});

	test.each([null, [], 'VND', { ...region, userId: uuidv7() }, { ...region, createdAt: '2026-01-01' }])(
		'refuses a form that is not its own: %j',
		(input) => expect(parseInput(regionForm, input).ok).toBe(false),
	);

	test('an unknown zone at sign-up is UTC', () => {
		for (const zone of ['Mars/Olympus', '', null, undefined, 'x'.repeat(1000)]) expect(knownTimeZone(zone)).toBe('UTC');
	});
});
