import { beforeEach, describe, expect, test } from 'vitest';
import { metadataPairs, metadataTexts } from '@/domain/custom-fields/metadata';
import { listRefusals, refusedFile } from '@/features/import/server/import-queries';
import { tagNames } from '@/features/tags/schema';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { readCsv } from '../support/csv';
import { namedFields } from '../support/custom-fields';
import { check, run, runChecked, upload } from '../support/import-files';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const tags = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, at) => `Nhãn ${from + at}`).join('; ');

/** A file of one person, a row for each line of tags. */
const tagged = (...rows: string[]) =>
	['Name,Email,Company,Tags', ...rows.map((row) => `Trần Quốc Bảo,bao@example.com,Bình Minh,"${row}"`)].join('\n');

const wideHeader = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, at) => `Mục ${from + at}`).join(',');

/** A file of one person with columns that become fields of their own, a row for each cell that stands in all of them. */
const wide = (from: number, to: number, ...cells: string[]) =>
	[
		`Name,Email,Company,${wideHeader(from, to)}`,
		...cells.map((cell) => `Trần Quốc Bảo,bao@example.com,Bình Minh${`,${cell}`.repeat(to - from + 1)}`),
	].join('\n');

/** Settings under which the columns that no field takes are kept. */
async function keepingAll(file: string) {
	const { settings } = await upload(lan, file);
	const names = file.split('\n')[0]?.split(',') ?? [];
	return {
		targets: settings.targets.map(
			(target, column) => target ?? { create: { name: names[column] ?? '', type: 'text' as const } },
		),
	};
}

/** The only person, in whose forms everything has to fit that they send. */
async function savablePerson() {
	const person = await db.contact.findFirstOrThrow({
		where: { userId: lan },
		include: { tags: { select: { tag: { select: { name: true } } } } },
	});
	const names = person.tags.map(({ tag }) => tag.name);
	expect(tagNames.safeParse(JSON.stringify(names)).success).toBe(true);
	expect(metadataPairs.safeParse(JSON.stringify(metadataTexts(person.metadata))).success).toBe(true);
	return { ...person, tags: names, metadata: await namedFields(lan, 'contact', person.metadata) };
}

describe('a row by which a record would get too much is refused, by the check already', () => {
	test('more than 20 tags, with those that it has', async () => {
		await run(lan, tagged(tags(1, 20)));
		const { id, checked, report } = await run(lan, tagged('NHÃN 3', tags(21, 21)));
		expect(checked).toMatchObject({ rows: 2, created: 0, merged: 1, skipped: 0, refused: 1, twins: { email: 1 } });
		expect(report).toMatchObject({ rows: 2, created: 0, skipped: 1, refused: 1 });
		expect(await listRefusals(lan, id, 10)).toEqual([
			{
				line: 3,
				field: 'Tags',
				reason:
					'With this row “Trần Quốc Bảo” would have 21 tags, and a record can have 20. Take some from the row or from the record, and import the row again.',
			},
		]);
		expect((await savablePerson()).tags).toHaveLength(20);
		// a tag that nobody carries is not made
		expect(await db.tag.count({ where: { userId: lan } })).toBe(20);
	});

	test('more than 20 tags by rows of one file, of which the first still fit', async () => {
		const { id, checked, report } = await run(lan, tagged(tags(1, 15), tags(16, 21), tags(10, 20), tags(21, 21)));
		expect(checked).toMatchObject({ rows: 4, created: 1, refused: 2, companies: 1 });
		expect(report).toMatchObject({ rows: 4, created: 1, refused: 2 });
		expect((await listRefusals(lan, id, 10)).map(({ line }) => line)).toEqual([3, 5]);
		expect((await savablePerson()).tags.toSorted()).toEqual(tags(1, 20).split('; ').toSorted());
		const download = await refusedFile(lan, { id });
		const pieces = [];
		for await (const piece of download.pieces) pieces.push(piece);
		expect(readCsv(pieces.join(''))).toMatchObject([
			{ Name: 'Trần Quốc Bảo', Tags: tags(16, 21), Line: '3', Field: 'Tags' },
			{ Name: 'Trần Quốc Bảo', Tags: tags(21, 21), Line: '5', Field: 'Tags' },
		]);
	});

	test('fields of a kind are 200, and a file that names more is not imported', async () => {
		const first = wide(1, 190, 'cũ');
		await run(lan, first, await keepingAll(first));
		const more = wide(190, 201, 'mới');
		const checked = await check(lan, more, await keepingAll(more));
		expect(checked.report?.problem).toContain('at most 200 custom fields of a kind');
		expect(Object.keys((await savablePerson()).metadata)).toHaveLength(190);
		// under names that are there, whatever their case, they can be written over
		const { settings } = await upload(lan, first);
		const over = wide(1, 190, 'mới').replace('Mục 1,', 'MỤC 1,');
		const duplicates = { ...settings.duplicates, email: 'overwrite' as const };
		expect((await run(lan, over, { ...(await keepingAll(over)), duplicates })).report).toMatchObject({
			merged: 1,
			refused: 0,
		});
		expect((await savablePerson()).metadata).toMatchObject({ 'Mục 1': 'mới', 'Mục 190': 'mới' });
		expect(await db.field.count({ where: { userId: lan } })).toBe(190);
	});

	test('fields that are too long together, by rows of one file', async () => {
		const names = wideHeader(1, 40).split(',');
		const row = (from: number) =>
			names.map((_, at) => (at >= from && at < from + 16 ? 'x'.repeat(2_400) : '')).join(',');
		const file = [
			`Name,Email,Company,${names.join(',')}`,
			...[0, 16, 24].map((from) => `Trần Quốc Bảo,bao@example.com,Bình Minh,${row(from)}`),
		].join('\n');
		const { id, report } = await run(lan, file, await keepingAll(file));
		expect(report).toMatchObject({ created: 1, refused: 2 });
		expect(await listRefusals(lan, id, 10)).toMatchObject([
			{ line: 3, field: 'Own fields', reason: expect.stringContaining('would be too long together') },
			{ line: 4, field: 'Own fields' },
		]);
		expect(Object.keys((await savablePerson()).metadata)).toHaveLength(16);
	});

	test('a deal has no tags, and as many fields', async () => {
		const file = (from: number, to: number) =>
			[
				`Deal name,Company name,Contact name,${wideHeader(from, to)}`,
				`Kho lạnh,Bình Minh,Lê Nam${',có'.repeat(to - from + 1)}`,
				`Máy đóng gói,Bình Minh,Lê Nam${','.repeat(to - from + 1)}`,
			].join('\n');
		const kept = async (content: string) => {
			const { settings } = await upload(lan, content);
			expect(settings.kind).toBe('deals');
			return { ...(await keepingAll(content)), duplicates: { ...settings.duplicates, name: 'fill' as const } };
		};
		await run(lan, file(1, 1), await kept(file(1, 1)));
		// as many as an earlier version or another program may have left
		const full = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`Cũ ${at}`, 'x']));
		await db.deal.updateMany({ where: { userId: lan, name: 'Kho lạnh' }, data: { metadata: full } });
		const { id, report } = await run(lan, file(2, 2), await kept(file(2, 2)));
		expect(report).toMatchObject({ created: 0, merged: 0, skipped: 1, refused: 1 });
		expect(await listRefusals(lan, id, 10)).toMatchObject([
			{ field: 'Own fields', reason: expect.stringContaining('would have 201 fields of its own') },
		]);
	});

	test('what fits again by the time of the run is imported, and what does not any more is refused', async () => {
		await run(lan, tagged(tags(1, 20)));
		const checked = await check(lan, tagged(tags(21, 21)));
		expect(checked.report).toMatchObject({ merged: 0, refused: 1 });
		await db.tag.deleteMany({ where: { userId: lan, name: 'Nhãn 1' } });
		const again = await check(lan, tagged('Nhãn 22'));
		const first = await runChecked(lan, checked);
		expect(first.report).toMatchObject({ refused: 0, skipped: 1 });
		expect(await listRefusals(lan, checked.id, 10)).toEqual([]);
		expect(again.report).toMatchObject({ refused: 0 });
		const second = await runChecked(lan, again);
		expect(second.report).toMatchObject({ refused: 1, skipped: 0 });
		expect(await listRefusals(lan, again.id, 10)).toMatchObject([{ line: 2, field: 'Tags' }]);
		expect((await savablePerson()).tags).toHaveLength(20);
	});
});

describe('overwriting takes nothing from a record that the file does not say', () => {
	const overwrite = { email: 'overwrite', domain: 'overwrite', name: 'overwrite', unique: 'overwrite' } as const;

	test('the value of a deal, and its currency', async () => {
		await run(lan, 'Deal name,Company name,Deal value,Currency\nKho lạnh,Bình Minh,1500,EUR');
		const file = 'Deal name,Company name,Notes\nKho lạnh,Bình Minh,Đã gọi lại';
		expect((await run(lan, file, { duplicates: overwrite })).report).toMatchObject({ merged: 1 });
		const deal = await db.deal.findFirstOrThrow({ where: { userId: lan } });
		expect([String(deal.value), deal.currency, deal.notes]).toEqual(['1500', 'EUR', 'Đã gọi lại']);
		await run(lan, 'Deal name,Company name,Deal value,Currency\nKho lạnh,Bình Minh,2000,USD', {
			...{ duplicates: overwrite, maybe: 'same' },
		});
		expect(await db.deal.findFirstOrThrow({ where: { userId: lan } })).toMatchObject({ currency: 'USD' });
	});

	test('the company of a person', async () => {
		await run(lan, 'Name,Email,Company\nTrần Quốc Bảo,bao@binhminh.example.com,Thủy sản Bình Minh');
		// as it was written by hand, its name says nothing of the domain
		await db.contact.updateMany({ where: { userId: lan }, data: { email: 'bao@hoasen.example.com' } });
		const file = 'Contact name,Email\nQuốc Bảo,bao@hoasen.example.com';
		const { report } = await run(lan, file, { maybe: 'same', duplicates: overwrite });
		expect(report).toMatchObject({ merged: 1, companies: 0 });
		const person = await db.contact.findFirstOrThrow({ where: { userId: lan }, include: { company: true } });
		expect([person.name, person.company.name]).toEqual(['Quốc Bảo', 'Thủy sản Bình Minh']);
		expect(await db.company.count({ where: { userId: lan } })).toBe(1);
		const moved = 'Name,Email,Company\nQuốc Bảo,bao@hoasen.example.com,Nội thất Hoa Sen';
		expect((await run(lan, moved, { duplicates: overwrite })).report).toMatchObject({ merged: 1, companies: 1 });
	});
});
