import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customField, presentField, withField } from './custom-field';

const json = JSON.stringify;
const metadata = { 'Mã số thuế': '0312', Zalo: '0903 555 014', Hạn: 30, Trống: null };

test('a field is added, changed, renamed and removed', () => {
	expect(withField(metadata, '', ['Kho', 'Huế'])).toEqual({ metadata: { ...metadata, Kho: 'Huế' } });
	expect(withField(metadata, json(['Zalo', '0903 555 014']), ['Zalo', '1'])).toEqual({
		metadata: { ...metadata, Zalo: '1' },
	});
	const { Zalo, ...others } = metadata;
	expect(withField(metadata, json(['Zalo', Zalo]), ['Chat', Zalo])).toEqual({ metadata: { ...others, Chat: Zalo } });
	expect(withField(metadata, json(['Zalo', Zalo]), null)).toEqual({ metadata: others });
});

test('a number of an import stays one while its text is the same', () =>
	expect(withField(metadata, json(['Zalo', '0903 555 014']), ['Zalo', '1'])).toMatchObject({ metadata: { Hạn: 30 } }));

test('a name is taken once', () => {
	const problem = 'There is already a field named “Zalo”. Use another name.';
	expect(withField(metadata, '', ['Zalo', '1'])).toEqual({ problem });
	expect(withField(metadata, json(['Kho', '']), ['Zalo', '1'])).toEqual({ problem });
});

test('a field that is gone, or was renamed elsewhere, is not there', () => {
	expect(presentField(metadata, json(['Zalo', 'cũ']), null)).toEqual(['Zalo', '0903 555 014']);
	expect(presentField(metadata, json(['Gone', 'x']), ['Gone', 'y'])).toBeNull();
	expect(presentField(metadata, '', ['New', 'y'])).toBeNull();
	// sent once more after an answer that was lost
	expect(presentField(metadata, '', ['Zalo', '0903 555 014'])).toEqual(['Zalo', '0903 555 014']);
});

test('whatever is saved is there, and nothing else has changed', () => {
	const text = fc.string({ maxLength: 20 }).map((each) => each.normalize('NFC').replace(/\p{C}/gu, '').trim());
	const name = text.filter((each) => /[^\p{Z}\p{C}\p{M}]/u.test(each) && each !== '__proto__');
	fc.assert(
		fc.property(fc.dictionary(name, text, { maxKeys: 6 }), name, text, (before, key, value) => {
			const field = customField.safeParse(json([key, value]));
			if (!field.success || !field.data) return;
			const [sent] = field.data;
			const was = Object.hasOwn(before, sent) ? json([sent, before[sent]]) : '';
			const changed = withField(before, was, field.data);
			expect(changed).toEqual({ metadata: { ...before, [sent]: field.data[1] || null } });
		}),
	);
});
