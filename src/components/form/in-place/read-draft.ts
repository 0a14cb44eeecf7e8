'use client';

import { useDateSettings } from '@/components/form/date/date-settings';
import { parseMoney } from '@/lib/money/money-reading';
import { type FieldDraft, type Property, pairsOf } from './property';
import { useShownValue } from './shown-value';

/** What stands in an editor, and what is wrong with it as far as the browser can tell. */
export type ReadDraft = { draft: FieldDraft; problem: string | null };

/**
 * A function that reads what stands in the editor of a property. `place` is the one of several values that is edited, `given` are
 * all of them as the editor began.
 */
export function useReadDraft(property: Property, place: number, given: string) {
	const { style } = useDateSettings();
	const showValue = useShownValue(property);
	const { editor, tags = [] } = property;

	return (form: HTMLFormElement): ReadDraft => {
		const data = new FormData(form);
		const text = (name: string) => String(data.get(name) ?? '').trim();
		const invalid = [...form.elements].find((field) => field instanceof HTMLInputElement && field.validity.customError);
		const problem = invalid instanceof HTMLInputElement ? invalid.validationMessage : null;
		const value = text('value');
		switch (editor.as) {
			case 'money': {
				const currency = text('currency');
				if (value === '' && editor.usual) return { draft: { value, text: '' }, problem: null };
				const read = parseMoney(value, { locale: style.locale, currency });
				const sent = `${value} ${currency}`;
				const shown = showValue(read.ok ? `${read.value} ${currency}` : sent);
				return { draft: { value: sent, ...shown }, problem: read.ok ? null : read.message };
			}
			case 'points': {
				const pairs = pairsOf(given);
				const line: [string, string | null][] = value === '' ? [] : [[value, text('label') || null]];
				const to = data.has('main') ? 0 : place;
				const all = pairs.toSpliced(place, 1).toSpliced(to, 0, ...line);
				const sent = all.length === 0 ? '' : JSON.stringify(all);
				return { draft: { value: sent, ...showValue(sent), place: to }, problem };
			}
			case 'record': {
				const { creates } = editor;
				const called = form.querySelector<HTMLInputElement>('[role=combobox]')?.value ?? '';
				const name = creates && text(creates);
				return {
					draft: { value, text: value && called, ...(creates && name && { more: { [creates]: name } }) },
					problem,
				};
			}
			case 'own': {
				const names: string[] = JSON.parse(value || '[]');
				const known = new Map(tags.map((tag) => [tag.name, tag.colour]));
				const shown = names.map((name) => ({ name, colour: known.get(name) ?? '' }));
				return { draft: { value: names.length === 0 ? '' : value, tags: shown }, problem };
			}
			default:
				return { draft: { value, ...showValue(value) }, problem };
		}
	};
}
