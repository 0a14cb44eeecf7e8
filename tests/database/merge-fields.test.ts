import { expect, test } from 'vitest';
import type { FieldType } from '@/domain/custom-fields/custom-field-types';
import { mergedOwnFields } from '@/domain/merge/merge-fields';
import { companyMerge } from '@/features/companies/schema';
import { mergeCompanies } from '@/features/companies/server/company-merge-mutations';
import { contactMerge } from '@/features/contacts/schema';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded, undo } from '../support/act';
import { defineField } from '../support/custom-fields';
import { snapshot } from '../support/snapshot';

const style = { locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' };
const kinds = ['company', 'contact', 'deal', 'activity'] as const;

/** Two companies with a contact each, and a deal and an activity; every kind has a field for contacts and one for companies. */
async function makeRecords(lan: UserId) {
	const [minh, sao] = await db.company.createManyAndReturn({
		data: ['Bình Minh', 'Sao Biển'].map((name) => ({ userId: lan, name })),
	});
	if (!minh || !sao) throw new Error('no companies');
	const [anh, nam, third] = await db.contact.createManyAndReturn({
		data: [
			{ userId: lan, companyId: minh.id, name: 'Đặng Thị Ánh' },
			{ userId: lan, companyId: sao.id, name: 'Lê Nam' },
			{ userId: lan, companyId: sao.id, name: 'Phạm Văn Đức' },
		],
	});
	if (!anh || !nam || !third) throw new Error('no contacts');
	const deal = await db.deal.create({
		data: { userId: lan, companyId: sao.id, name: 'Kho lạnh', currency: 'VND', value: 0, position: 'a' },
	});
	const activity = await db.activity.create({
		data: { userId: lan, companyId: minh.id, type: 'call', subject: 'Gọi', at: new Date() },
	});
	const fields: Record<string, string> = {};
	for (const kind of kinds)
		for (const type of ['contact', 'company'] as const)
			fields[`${kind} ${type}`] = (await defineField(lan, { kind, type, name: `Của ${type}` })).id;
	return { minh, sao, anh, nam, third, deal, activity, fields };
}

const put = async (lan: UserId, kind: (typeof kinds)[number], id: string, metadata: Record<string, unknown>) => {
	const data = { metadata: metadata as Record<string, string> };
	const key = { where: { userId_id: { userId: lan, id } }, data };
	if (kind === 'company') return db.company.update(key);
	if (kind === 'contact') return db.contact.update(key);
	return kind === 'deal' ? db.deal.update(key) : db.activity.update(key);
};

test('what refers to the one that is merged away refers to the one that stays, and undo brings it back', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const { minh, sao, anh, nam, third, deal, activity, fields } = await makeRecords(lan);
	const of = (kind: string, type: string) => fields[`${kind} ${type}`] ?? '';
	await put(lan, 'company', sao.id, { [of('company', 'contact')]: nam.id, [of('company', 'company')]: minh.id });
	await put(lan, 'company', minh.id, { [of('company', 'company')]: sao.id });
	await put(lan, 'contact', third.id, { [of('contact', 'contact')]: nam.id, [of('contact', 'company')]: sao.id });
	await put(lan, 'contact', anh.id, { [of('contact', 'contact')]: nam.id });
	await put(lan, 'deal', deal.id, { [of('deal', 'contact')]: nam.id, [of('deal', 'company')]: sao.id });
	await put(lan, 'activity', activity.id, { [of('activity', 'contact')]: anh.id, [of('activity', 'company')]: sao.id });
	for (const [field, value] of [
		['deal contact', nam.id],
		['deal company', sao.id],
	])
		await db.$executeRaw`UPDATE field SET default_value = to_jsonb(${value}::text) WHERE id = ${fields[field ?? '']}::uuid`;
	const before = await snapshot(lan);
	const { version } = await db.contact.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: anh.id } } });
	const contacts = contactMerge.parse({ keep: anh.id, keepVersion: version, gone: nam.id, goneVersion: nam.version });
	const one = await recorded((tx) => mergeContacts(tx, lan, contacts), 'Merge contacts');
	const [first, second] = await Promise.all(
		[minh, sao].map(({ id }) => db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } })),
	);
	const companies = companyMerge.parse({
		...{ keep: minh.id, keepVersion: first?.version, gone: sao.id, goneVersion: second?.version },
	});
	const two = await recorded((tx) => mergeCompanies(tx, lan, companies), 'Merge companies');
	const held = async (kind: (typeof kinds)[number], id: string) =>
		(await db.$queryRawUnsafe<{ metadata: unknown }[]>(`SELECT metadata FROM ${kind} WHERE id = '${id}'::uuid`))[0]
			?.metadata;
	// neither refers to itself
	expect(await held('company', minh.id)).toEqual({ [of('company', 'contact')]: anh.id });
	expect(await held('contact', anh.id)).toEqual({});
	expect(await held('contact', third.id)).toEqual({
		[of('contact', 'contact')]: anh.id,
		[of('contact', 'company')]: minh.id,
	});
	expect(await held('deal', deal.id)).toEqual({ [of('deal', 'contact')]: anh.id, [of('deal', 'company')]: minh.id });
	expect(await held('activity', activity.id)).toEqual({
		[of('activity', 'contact')]: anh.id,
		[of('activity', 'company')]: minh.id,
	});
	const refs = await db.fieldValue.findMany({ where: { userId: lan }, select: { ref: true } });
	expect(new Set(refs.map(({ ref }) => ref))).toEqual(new Set([anh.id, minh.id]));
	// nor do forms begin with somebody who is gone
	const defaults = await db.field.findMany({ where: { userId: lan, kind: 'deal' }, orderBy: { type: 'desc' } });
	expect(defaults.map(({ defaultValue }) => defaultValue)).toEqual([anh.id, minh.id]);
	await undo(lan, two);
	await undo(lan, one);
	const withoutVersions = (all: Awaited<ReturnType<typeof snapshot>>) =>
		JSON.parse(JSON.stringify(all, (key, value) => (/^(version|updated_at)$/.test(key) ? undefined : value)));
	expect(withoutVersions(await snapshot(lan)).field_value).toEqual(withoutVersions(before).field_value);
	expect(withoutVersions(await snapshot(lan)).company).toEqual(withoutVersions(before).company);
	expect(withoutVersions(await snapshot(lan)).deal).toEqual(withoutVersions(before).deal);
	expect(withoutVersions(await snapshot(lan)).field).toEqual(withoutVersions(before).field);
});

test('the form shows both values in words; several from a list are united, others chosen by the field', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const { minh, sao, anh, nam } = await makeRecords(lan);
	const define = (type: FieldType, name: string, options: string[] = []) =>
		defineField(lan, { kind: 'company', type, name, options });
	const several = await define('choices', 'Quan tâm', ['Kho', 'Cảng', 'Xe']);
	const list = await define('choice', 'Nguồn', ['Web', 'Hội chợ']);
	const day = await define('date', 'Ký ngày');
	const sum = await define('amount', 'Giá trị');
	const person = await define('contact', 'Người dẫn');
	const option = (of: typeof list, at: number) => of.options[at]?.id ?? '';
	const one = await put(lan, 'company', minh.id, {
		...{ [several.id]: [option(several, 2)], [list.id]: option(list, 0), [day.id]: '2026-12-31', [person.id]: anh.id },
		zalo: '1',
	});
	const other = await put(lan, 'company', sao.id, {
		...{ [several.id]: [option(several, 0), option(several, 2)], [list.id]: option(list, 1), [sum.id]: '1500.5 USD' },
		...{ [day.id]: '2026-12-31', [person.id]: nam.id },
	});
	const shown = await mergedOwnFields(lan, 'company', [one, other], style);
	expect(shown.map(({ name, values, together }) => [name, ...values, together])).toEqual([
		['Quan tâm', 'Xe', 'Kho, Xe', 'Kho, Xe'],
		['Nguồn', 'Web', 'Hội chợ', undefined],
		['Ký ngày', '31 thg 12, 2026', '31 thg 12, 2026', undefined],
		['Giá trị', undefined, '1.500,50\u00a0US$', undefined],
		['Người dẫn', 'Đặng Thị Ánh', 'Lê Nam', undefined],
		['zalo', '1', undefined, undefined],
	]);
	const input = companyMerge.parse({
		...{ keep: minh.id, keepVersion: one.version, gone: sao.id, goneVersion: other.version },
		metadata: JSON.stringify([list.id]),
	});
	await recorded((tx) => mergeCompanies(tx, lan, input), 'Merge companies');
	const merged = await db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: minh.id } } });
	expect(merged.metadata).toEqual({
		...{ [several.id]: [option(several, 0), option(several, 2)], [list.id]: option(list, 1), [day.id]: '2026-12-31' },
		...{ [sum.id]: '1500.5 USD', [person.id]: anh.id, zalo: '1' },
	});
});
