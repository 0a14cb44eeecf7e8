import { beforeEach, describe, expect, test } from 'vitest';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import * as tags from '@/features/tags/server/tag-mutations';
import * as queries from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { actAndUndo, acted } from '../support/act';
import { snapshot } from '../support/snapshot';
import { ensureTags, makeTaggable, tagNames, tagsOn as tagsOnOf } from '../support/tags';

let lan: UserId;
let stranger: UserId;
let ids: Awaited<ReturnType<typeof makeTaggable>>['ids'];

beforeEach(async () => {
	({ lan, stranger, ids } = await makeTaggable());
});

const ensure = (...names: string[]) => ensureTags(lan, names);
const allTags = () => queries.listTags(lan);
const namesOf = () => tagNames(lan);
const tagNamed = async (name: string) => (await allTags()).find((tag) => tag.name === name) as queries.TagRow;
const tagsOn = (id: string) => tagsOnOf(lan, id);

describe('in the settings', () => {
	beforeEach(async () => {
		await acted((tx) => tags.setCompanyTags(tx, lan, ids.binhMinh, ['Khách quen', 'VIP']));
		await acted((tx) => tags.setCompanyTags(tx, lan, ids.hoaSen, ['Khách quen']));
		await acted((tx) => tags.setContactTags(tx, lan, ids.anh, ['Khách quen']));
		await acted((tx) => tags.setContactTags(tx, lan, ids.duc, ['Khách quen', 'VIP']));
	});

	test('tags are listed by name with what carries them', async () => {
		await ensure('Đối tác', 'Ăn trưa');
		expect((await allTags()).map(({ name, companies, contacts }) => [name, companies, contacts])).toEqual([
			['Ăn trưa', 0, 0],
			['Đối tác', 0, 0],
			['Khách quen', 2, 2],
			['VIP', 1, 1],
		]);
	});

	test('a tag is made once', async () => {
		await acted((tx) => tags.createTag(tx, lan, { name: 'Đối tác', colour: 'teal' }));
		expect(await tagNamed('Đối tác')).toMatchObject({ colour: 'teal', companies: 0, contacts: 0 });
		await expect(acted((tx) => tags.createTag(tx, lan, { name: 'đối TÁC', colour: 'red' }))).rejects.toMatchObject({
			name: 'Refusal',
			fieldErrors: { name: 'You already have the tag “Đối tác”. Choose another name.' },
		});
	});

	test('a tag is renamed and recoloured, also in case alone, and gets both back', async () => {
		const { id } = await tagNamed('VIP');
		const seen = await actAndUndo(lan, (tx) => tags.editTag(tx, lan, { id, name: 'vip', colour: 'pink' }), allTags);
		expect(seen).toContainEqual({ id, name: 'vip', colour: 'pink', companies: 1, contacts: 1 });
	});

	test('a name that another tag has is refused on its field, with merging as the way out', async () => {
		const { id } = await tagNamed('VIP');
		const before = await snapshot(lan);
		const edit = acted((tx) => tags.editTag(tx, lan, { id, name: 'KHÁCH QUEN', colour: 'pink' }));
		await expect(edit).rejects.toMatchObject({
			name: 'Refusal',
			fieldErrors: { name: expect.stringMatching(/“Khách quen”.*merge/) },
		});
		expect(await snapshot(lan)).toEqual(before);
	});

	test('merging moves every mark once and deletes the tag; undoing it brings all back', async () => {
		const [from, into] = [await tagNamed('Khách quen'), await tagNamed('VIP')];
		let answer: unknown;
		const seen = await actAndUndo(
			lan,
			async (tx) => {
				answer = await tags.mergeTags(tx, lan, { from: from.id, into: into.id });
			},
			async () => [await allTags(), await tagsOn(ids.binhMinh), await tagsOn(ids.anh)],
		);
		expect(answer).toEqual({ from: 'Khách quen', into: 'VIP' });
		expect(seen).toEqual([[{ ...into, companies: 2, contacts: 2 }], ['VIP'], ['VIP']]);
	});

	test('deleting a tag takes it off everything; undoing it puts it back', async () => {
		const { id } = await tagNamed('Khách quen');
		const seen = await actAndUndo(
			lan,
			(tx) => tags.deleteTag(tx, lan, { id }),
			async () => [await namesOf(), await tagsOn(ids.hoaSen), await tagsOn(ids.duc)],
		);
		expect(seen).toEqual([['VIP'], [], ['VIP']]);
	});

	test('a deletion is not taken back once its name is another tag’s', async () => {
		const { id } = await tagNamed('Khách quen');
		const { changeSet } = await acted((tx) => tags.deleteTag(tx, lan, { id }));
		await ensure('khách quen');
		const undone = acted((tx) => undoChangeSet(tx, lan, { id: changeSet }));
		await expect(undone).rejects.toMatchObject({ name: 'Refusal' });
		expect(await namesOf()).toEqual(['khách quen', 'VIP']);
	});

	test('somebody else’s tags are neither merged, merged into, edited nor deleted', async () => {
		const [foreign = ''] = (await acted((tx) => tags.ensureTags(tx, stranger, ['Của người khác']))).data;
		await acted((tx) => tags.setCompanyTags(tx, stranger, ids.foreignCompany, ['Của người khác']));
		const before = [await snapshot(lan), await snapshot(stranger)];
		const { id } = await tagNamed('VIP');
		const attempts: ((tx: Tx) => Promise<unknown>)[] = [
			(tx: Tx) => tags.mergeTags(tx, lan, { from: foreign, into: id }),
			(tx: Tx) => tags.mergeTags(tx, lan, { from: id, into: foreign }),
			(tx: Tx) => tags.editTag(tx, lan, { id: foreign, name: 'Của tôi', colour: 'red' }),
			(tx: Tx) => tags.deleteTag(tx, lan, { id: foreign }),
		];
		for (const attempt of attempts) await expect(acted(attempt)).rejects.toThrow('no longer exists');
		expect([await snapshot(lan), await snapshot(stranger)]).toEqual(before);
	});
});
