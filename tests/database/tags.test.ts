import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import * as tags from '@/features/tags/server/tag-mutations';
import * as queries from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { actAndUndo, acted } from '../support/act';
import { snapshot } from '../support/snapshot';
import { ensureTags, makeTaggable, tagNames, tagsOfAll, tagsOn as tagsOnOf } from '../support/tags';

let lan: UserId;
let stranger: UserId;
let ids: Awaited<ReturnType<typeof makeTaggable>>['ids'];

beforeEach(async () => {
	({ lan, stranger, ids } = await makeTaggable());
});

const ensure = (...names: string[]) => ensureTags(lan, names);
const namesOf = () => tagNames(lan);
const tagsOn = (id: string) => tagsOnOf(lan, id);

describe('ensureTags', () => {
	test('makes one tag when twenty ask for the same new one at once', async () => {
		const names = (n: number) => [n % 2 ? 'VIP' : 'vip', 'Đối tác', `Nhãn ${n % 3}`];
		const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ensure(...names(n))));
		expect((await namesOf()).map((name) => name.toLowerCase())).toEqual(
			['vip', 'đối tác', 'nhãn 0', 'nhãn 1', 'nhãn 2'].sort((a, b) => a.localeCompare(b, 'vi')),
		);
		expect(new Set(answers.flat()).size).toBe(5);
		expect(answers.every((answer) => answer.length === 3)).toBe(true);
	});

	test('waits for those who rename, make, merge and delete tags at the same time', async () => {
		for (let round = 0; round < 5; round += 1) {
			const [cũ = '', khác = ''] = [...(await ensure(`Cũ ${round}`)), ...(await ensure(`Khác ${round}`))];
			const outcomes = await Promise.allSettled([
				...Array.from({ length: 4 }, () => ensure(`Cũ ${round}`, `Khác ${round}`, `Mới ${round}`)),
				acted((tx) => tags.editTag(tx, lan, { id: cũ, name: `mới ${round}`, colour: 'red' })),
				acted((tx) => tags.createTag(tx, lan, { name: `MỚI ${round}`, colour: 'red' })),
				acted((tx) => tags.mergeTags(tx, lan, { from: khác, into: cũ })),
				acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, [`mới ${round}`, `khác ${round}`])),
				acted((tx) => tags.deleteTag(tx, lan, { id: cũ })),
			]);
			const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
			expect(errors.filter(({ name }) => name !== 'Refusal')).toEqual([]);
			expect((await namesOf()).filter((name) => name.toLowerCase() === `mới ${round}`)).toHaveLength(1);
		}
	});

	test('knows a tag in any case, but not without its accents', async () => {
		const [vip] = await ensure('VIP');
		expect(await ensure('vip', 'Vip')).toEqual([vip]);
		const both = await ensure('Đối tác', 'Doi tac', 'ĐỐI TÁC');
		expect(both).toHaveLength(2);
		expect(await namesOf()).toEqual(['Doi tac', 'Đối tác', 'VIP']);
	});

	test('leaves the case to the database, which knows letters that JavaScript lowers otherwise', async () => {
		expect(await ensure('ΟΔΟΣ', 'οδος', 'İ', 'i')).not.toHaveLength(0);
		expect(await ensure('ΟΔΟΣ', 'İ')).toEqual(await ensure('İ', 'ΟΔΟΣ'));
	});

	test('colours the same name the same way in every account', async () => {
		await ensure('VIP');
		await acted((tx) => tags.ensureTags(tx, stranger, ['vip']));
		const [mine, theirs] = [await queries.listTags(lan), await queries.listTags(stranger)];
		expect(theirs[0]?.colour).toBe(mine[0]?.colour);
	});

	test('leaves no trace where nothing is missing', async () => {
		await ensure('VIP');
		const { changeSet } = await acted((tx) => tags.ensureTags(tx, lan, ['vip']));
		expect(await db.changeSet.count({ where: { userId: lan, id: changeSet } })).toBe(0);
	});
});

describe('the tags of one record', () => {
	test('become exactly those that were sent; only the differences are history', async () => {
		await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['VIP', 'Hà Nội']));
		const { changeSet } = await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['vip', 'Đối tác']));
		expect(await tagsOn(ids.binhMinh)).toEqual(['Đối tác', 'VIP']);
		const log = await db.changeLog.findMany({ where: { userId: lan, changeSetId: changeSet }, orderBy: { id: 'asc' } });
		expect(log.map(({ entity, before }) => [entity, before === null ? 'added' : 'removed'])).toEqual([
			['tag', 'added'],
			['company_tag', 'removed'],
			['company_tag', 'added'],
		]);
		const again = await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['Đối tác', 'VIP']));
		expect(await db.changeSet.count({ where: { userId: lan, id: again.changeSet } })).toBe(0);
	});

	test('of a company and of a contact are taken back exactly', async () => {
		await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['VIP', 'Hà Nội']));
		await acted((tx) => tags.setContactTags(tx, lan, ids.anh, ['VIP']));
		const company = await actAndUndo(
			lan,
			(tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['Mới', 'vip']),
			() => tagsOn(ids.binhMinh),
		);
		expect(company).toEqual(['Mới', 'VIP']);
		const contact = await actAndUndo(
			lan,
			(tx) => tags.setContactTags(tx, lan, ids.anh, []),
			() => tagsOn(ids.anh),
		);
		expect(contact).toEqual([]);
	});

	test('of somebody else’s record are refused, and no tag is made for it', async () => {
		for (const set of [
			(tx: Tx) => tags.setCompanyTags(tx, lan, ids.foreignCompany, ['VIP']),
			(tx: Tx) => tags.setContactTags(tx, lan, ids.foreignContact, ['VIP']),
		])
			await expect(acted(set)).rejects.toThrow('no longer exists');
		expect(await namesOf()).toEqual([]);
	});
});

describe('tagging many', () => {
	test('adds and removes where it makes a difference, counts that, passes over foreign ids and is taken back', async () => {
		await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['VIP', 'Cũ']));
		const theirs = await snapshot(stranger);
		const companies = [ids.binhMinh, ids.hoaSen, ids.foreignCompany, uuidv7()];
		let changed: unknown;
		const seen = await actAndUndo(
			lan,
			async (tx) => {
				changed = await tags.tagCompanies(tx, lan, { ids: companies, add: ['vip', 'Mới'], remove: ['CŨ', 'Không có'] });
			},
			async () => [await tagsOn(ids.binhMinh), await tagsOn(ids.hoaSen), await namesOf()],
		);
		expect(changed).toEqual({ changed: 2 });
		expect(seen).toEqual([
			['Mới', 'VIP'],
			['Mới', 'VIP'],
			['Cũ', 'Mới', 'VIP'],
		]);
		expect(await snapshot(stranger)).toEqual(theirs);
	});

	test('works for contacts as well, and says when nothing changed', async () => {
		const input = { ids: [ids.anh, ids.duc, ids.foreignContact], add: ['Hà Nội'], remove: [] };
		const seen = await actAndUndo(
			lan,
			(tx) => tags.tagContacts(tx, lan, input),
			() => tagsOfAll('contact', lan, input.ids),
		);
		const hanoi = [{ name: 'Hà Nội', colour: expect.any(String) }];
		expect(seen).toEqual({ [ids.anh]: hanoi, [ids.duc]: hanoi });
		await acted((tx) => tags.tagContacts(tx, lan, input));
		expect((await acted((tx) => tags.tagContacts(tx, lan, input))).data).toEqual({ changed: 0 });
	});

	test('makes no tag where none of the records is the account’s', async () => {
		const { data } = await acted((tx) =>
			tags.tagCompanies(tx, lan, { ids: [ids.foreignCompany], add: ['VIP'], remove: [] }),
		);
		expect(data).toEqual({ changed: 0 });
		expect(await namesOf()).toEqual([]);
	});

	test('refuses what would leave a record with more tags than its form can save', async () => {
		const twenty = Array.from({ length: 20 }, (_, n) => `Nhãn ${n}`);
		await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, twenty));
		const before = await snapshot(lan);
		const input = { ids: [ids.binhMinh, ids.hoaSen], add: ['VIP'], remove: [] };
		await expect(acted((tx) => tags.tagCompanies(tx, lan, input))).rejects.toThrow('1 of these companies');
		expect(await snapshot(lan)).toEqual(before);
		await acted((tx) => tags.tagCompanies(tx, lan, { ...input, remove: ['nhãn 7'] }));
		expect(await tagsOn(ids.hoaSen)).toEqual(['VIP']);
	});
});

describe('a picker finds tags', () => {
	test('without their accents, the exact name first, then what begins with the text', async () => {
		await ensure('Tái đối tác', 'Đối tác vàng', 'Đối tác', 'VIP');
		const find = async (q: string) => (await queries.findTagOptions(lan, q)).map(({ name }) => name);
		expect(await find('đối tác')).toEqual(['Đối tác', 'Đối tác vàng', 'Tái đối tác']);
		expect(await find('doi')).toEqual(['Đối tác', 'Đối tác vàng', 'Tái đối tác']);
		expect(await find('%')).toEqual([]);
		expect(await find('')).toHaveLength(4);
		expect(await queries.findTagOptions(stranger, '')).toEqual([]);
	});

	test('as the search box and the lists do: without apostrophes, hyphens and dots, their words in any order', async () => {
		await ensure('O’Brien', 'Jean-Pierre', 'H.A.G.L.', 'Key account', '-');
		const find = async (q: string) => (await queries.findTagOptions(lan, q)).map(({ name }) => name);
		for (const q of ['obrien', "o'brien", 'O’BRI']) expect(await find(q), q).toEqual(['O’Brien']);
		for (const q of ['jeanpierre', 'jean pierre', 'pierre-jean']) expect(await find(q), q).toEqual(['Jean-Pierre']);
		expect(await find('hagl')).toEqual(['H.A.G.L.']);
		for (const q of ['key-account', 'account key']) expect(await find(q), q).toEqual(['Key account']);
		// a name of such signs alone is found as it is written
		expect(await find('-')).toEqual(['-']);
	});

	test('ten at most; a filter gets all', async () => {
		await ensure(...Array.from({ length: 12 }, (_, n) => `Nhãn ${n}`));
		expect(await queries.findTagOptions(lan, 'nhan')).toHaveLength(10);
		expect(await queries.listTagOptions(lan)).toHaveLength(12);
	});
});

test('tags of many records come in one answer, without the records of others', async () => {
	await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['VIP', 'Ăn trưa']));
	await acted((tx) => tags.setCompanyTags(tx, stranger, ids.foreignCompany, ['Bí mật']));
	const found = await tagsOfAll('company', lan, [ids.binhMinh, ids.hoaSen, ids.foreignCompany]);
	expect(Object.keys(found)).toEqual([ids.binhMinh]);
	expect(found[ids.binhMinh]?.map(({ name }) => name)).toEqual(['Ăn trưa', 'VIP']);
	expect(await tagsOfAll('contact', lan, [])).toEqual({});
});
