import { beforeEach, expect, test } from 'vitest';
import type { Encoding } from '@/features/import/file/encoding';
import type { UserId } from '@/lib/auth/session';
import { makeAccount } from '../support/accounts';
import { defineField } from '../support/custom-fields';
import { check, run, upload } from '../support/import-files';
import { importedContacts, importedDeals } from '../support/imported-records';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const text =
	'Họ và tên,Công ty,Điện thoại\r\nNguyễn Thị Mận,Công ty Hương Bưởi,0901000112\r\nĐặng Đình Cường,Nước Mắm Ổi,0901000113\r\n';

// the bytes of the same table in the encodings of old Vietnamese programs
const latin1 = (signs: string) => Buffer.from(signs, 'latin1');
const inTcvn3 = latin1(
	'H\xe4 v\xb5 t\xaan,C\xabng ty,\xa7i\xd6n tho\xb9i\r\nNguy\xd4n Th\xde M\xcbn,C\xabng ty H\xad\xacng B\xad\xebi,0901000112\r\n\xa7\xc6ng \xa7\xd7nh C\xad\xeang,N\xad\xedc M\xbem \xe6i,0901000113\r\n',
);
const inVni = latin1(
	'Ho\xef va\xf8 te\xe2n,Co\xe2ng ty,\xd1ie\xe4n thoa\xefi\r\nNguye\xe3n Th\xf2 Ma\xe4n,Co\xe2ng ty H\xf6\xf4ng B\xf6\xf4\xfbi,0901000112\r\n\xd1a\xebng \xd1\xecnh C\xf6\xf4\xf8ng,N\xf6\xf4\xf9c Ma\xe9m O\xe5i,0901000113\r\n',
);

/** As a program does it that takes UTF-8 for windows-1252 or ISO 8859-1. */
const twice = (encoding: 'latin1' | 'windows-1252') =>
	Buffer.from(
		encoding === 'latin1' ? Buffer.from(text).toString('latin1') : new TextDecoder(encoding).decode(Buffer.from(text)),
	);

test.each<[string, Encoding, Buffer]>([
	['TCVN3', 'tcvn3', inTcvn3],
	['VNI', 'vni', inVni],
	['UTF-8 encoded twice', 'utf-8-twice', twice('latin1')],
	['the same by way of windows-1252', 'utf-8-twice', twice('windows-1252')],
	[
		'UTF-8 with a stray byte',
		'utf-8',
		Buffer.concat([Buffer.from(text), latin1('Bea \xe9 Fox,Elm Ltd,0901000114\r\n')]),
	],
])('%s is recognized, and its letters are read', async (_, encoding, bytes) => {
	const { settings } = await upload(lan, bytes);
	expect(settings).toMatchObject({ encoding, kind: 'contacts' });
	await run(lan, bytes);
	const people = (await importedContacts(lan)).map(({ name, company, phones }) => [name, company, ...phones]);
	expect(people).toContainEqual(['Nguyễn Thị Mận', 'Công ty Hương Bưởi', '0901000112']);
	expect(people.some(([name]) => name === 'Đặng Đình Cường')).toBe(true);
});

test.each([
	['German', 'Company name;Straße\nMüller & Söhne;Größe\nBäume;Öl\n'],
	['French', 'Company name;Café\nÉtienne;Prévôt «été»\nNaïve Noël;aérien\n'],
	['Spanish', 'Company name;Año\nPaís;Baúl\nAún;España ¿sí?\n'],
	['Italian', 'Company name;Città\nPerché;più\nQualità;così\n'],
])('%s text of Windows stays Western', async (_, words) => {
	expect((await upload(lan, latin1(words))).settings.encoding).toBe('windows-1252');
});

test('UTF-8 that has French quotes and accents is not taken for twice encoded', async () => {
	const { settings } = await upload(lan, 'Company name,Café\nÉtienne « été »,Ã la carte\nNoël,Åse\n');
	expect(settings.encoding).toBe('utf-8');
});

test('a mapping is remembered for the next file of the same columns, and stages for every file', async () => {
	const file = (name: string) => `A,B,Zalo\n${name},Elm Ltd,x\n`;
	const zalo = { create: { name: 'Zalo', type: 'text' as const } };
	const targets = [{ field: 'name' }, { field: 'company' }, zalo];
	await run(lan, file('Tom Ash'), { kind: 'contacts', targets });
	const again = await check(lan, file('Eve Oak'));
	expect(again.settings).toMatchObject({ kind: 'contacts', mappedLike: 'file.csv' });
	expect(again.settings.targets.slice(0, 2)).toEqual(targets.slice(0, 2));
	// the field is there by now
	expect(again.settings.targets[2]).toEqual({ custom: expect.any(String) });
	expect(again.report).toMatchObject({ created: 1 });
	const other = await upload(lan, 'B,A\nElm Ltd,Tom Ash\n');
	expect(other.settings.mappedLike).toBeUndefined();

	await run(lan, 'Deal name,Company,Stage,Amount\nPump,Elm Ltd,Zzz,5\n', { stages: { zzz: 'negotiation' } });
	await run(lan, 'Opportunity,Account,Stage,Value\nFan,Elm Ltd,zzz,5\n');
	expect((await importedDeals(lan)).map(({ name, stage }) => [name, stage])).toEqual([
		['Fan', 'negotiation'],
		['Pump', 'negotiation'],
	]);
});

test('nobody else’s mapping is remembered, nor one to a field that is gone', async () => {
	const file = 'A,B,Zalo\nTom Ash,Elm Ltd,x\n';
	const field = await defineField(lan, { kind: 'contact', type: 'text', name: 'Chat' });
	await run(lan, file, { kind: 'contacts', targets: [{ field: 'name' }, { field: 'company' }, { custom: field.id }] });
	const stranger = await makeAccount('Lê Văn Lạ');
	expect((await upload(stranger, file)).settings.mappedLike).toBeUndefined();
});
