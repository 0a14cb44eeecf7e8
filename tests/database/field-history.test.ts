import { expect, test } from 'vitest';
import { deleteContact } from '@/features/contacts/server/contact-mutations';
import { deleteField, editField } from '@/features/fields/server/field-mutations';
import { setField } from '@/features/fields/server/set-field-mutations';
import { db } from '@/lib/db/db';
import { recorded } from '../support/act';
import { defineField } from '../support/custom-fields';
import { addContact, changes, historyOf, makeBinhMinh } from '../support/history';

test('a change of a custom field is told by names, also of what was deleted since', async () => {
	const { lan, binhMinh } = await makeBinhMinh();
	const { id: anh } = await addContact(lan, binhMinh, 'Đặng Thị Ánh');
	const define = (type: Parameters<typeof defineField>[1]['type'], name: string, options: string[] = []) =>
		recorded(() => defineField(lan, { kind: 'company', type, name, options }), 'Create field').then(() =>
			defined(name),
		);
	const defined = async (name: string) => {
		return db.field.findFirstOrThrow({
			where: { userId: lan, name },
			include: { options: { orderBy: { place: 'asc' } } },
		});
	};
	const list = await define('choice', 'Nguồn', ['Hội chợ', 'Web']);
	const several = await define(
		'choices',
		'Quan tâm',
		Array.from({ length: 9 }, (_, n) => `Kho ${n}`),
	);
	const set = (field: string, value: string, how: 'set' | 'add' = 'set') =>
		recorded((tx) => setField(tx, lan, { kind: 'company', field, ids: [binhMinh], how, value }), 'Set field');
	const person = await define('contact', 'Người giới thiệu');
	const parent = await define('company', 'Công ty mẹ');
	const day = await define('date', 'Ký ngày');
	const yes = await define('yes', 'Đã thăm');
	const sum = await define('amount', 'Giá trị');
	const cars = await define('number', 'Số xe');
	await set(list.id, list.options[0]?.id ?? '');
	await set(list.id, list.options[1]?.id ?? '');
	await set(several.id, several.options.map(({ name }) => name).join('; '));
	await set(person.id, anh);
	await set(parent.id, binhMinh);
	await set(day.id, '2026-12-31');
	await set(yes.id, 'yes');
	await set(sum.id, '1500.50 USD');
	await set(cars.id, '12000.5');
	const told = (await historyOf(lan, 'company', binhMinh)).map(([, line]) => line).filter((line) => line !== 'Created');
	const all = [
		'Số xe: nothing → 12,000.5',
		'Giá trị: nothing → US$1,500.50',
		'Đã thăm: nothing → yes',
		'Ký ngày: nothing → 31 Dec 2026',
		'Công ty mẹ: nothing → Thủy sản Bình Minh',
		'Người giới thiệu: nothing → Đặng Thị Ánh',
		`Quan tâm: nothing → ${several.options.map(({ name }) => name).join(', ')}`,
		'Nguồn: Hội chợ → Web',
		'Nguồn: nothing → Hội chợ',
	];
	expect(told).toEqual(all);
	// an option, a list and a contact go: what was is still told by name
	const web = list.options.slice(1).map(({ id, name }) => ({ id, name, colour: 'slate' as const }));
	await recorded(
		(tx) => editField(tx, lan, { ...{ id: list.id, name: 'Nguồn khách', help: null, inList: false }, options: web }),
		'Edit field',
	);
	await recorded((tx) => deleteField(tx, lan, { id: several.id }), 'Delete field');
	await recorded((tx) => deleteContact(tx, lan, { id: anh }), 'Delete contact');
	const later = (await historyOf(lan, 'company', binhMinh))
		.map(([, line]) => line)
		.filter((line) => line !== 'Created');
	expect(later).toEqual([
		`Quan tâm: ${several.options.map(({ name }) => name).join(', ')} → nothing`,
		...all.map((line) => line.replace('Nguồn', 'Nguồn khách')),
	]);
	expect((await changes(lan)).flat()).toContain('Thủy sản Bình Minh: Nguồn khách: Hội chợ → Web');
});
