'use client';

import { useDateSettings } from '@/components/form/date/date-settings';
import { isDay } from '@/lib/dates/dates';
import { type DateStyle, sayDateShortly } from '@/lib/dates/dates-style';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { formatMoney } from '@/lib/money/money';
import { type FieldDraft, type Property, pairsOf } from './property';

/** A function that says how a value of a property is shown before the server has said so. */
export function useShownValue(property: Property) {
	const { style } = useDateSettings();
	return (value: string): Omit<FieldDraft, 'value'> => shownValueOf(property, value, style);
}

/** How a value of a property is shown before the server has said so. */
export function shownValueOf(
	{ field, editor, points = [] }: Property,
	value: string,
	style: DateStyle,
): Omit<FieldDraft, 'value'> {
	switch (editor.as) {
		case 'choice':
			return { text: editor.options.find(([each]) => each === value)?.[1] ?? '' };
		case 'day':
			return { text: isDay(value) ? sayDateShortly(value, style) : value };
		case 'money':
			return { text: moneyText(value, style.locale) };
		case 'custom': {
			const [label = '', text = ''] = pairOf(value);
			return value === '' ? { text } : { label, text };
		}
		case 'points':
			return {
				points: pairsOf(value).map(([each, label]) => {
					const known = points.find((point) => point.value === each);
					return { ...known, value: each, label, href: known?.href ?? hrefOf(field, each) };
				}),
			};
		default:
			return editor.as === 'line' && editor.numeric && value !== ''
				? { text: `${value.replace('%', '').trim()}%` }
				: {};
	}
}

const hrefOf = (field: string, value: string) =>
	field === 'phone' ? 'tel:' : field === 'email' ? `mailto:${value}` : /^https?:\/\//.test(value) ? value : '';

/** A custom field's name and text. */
export function pairOf(value: string): string[] {
	return value === '' ? [] : JSON.parse(value);
}

function moneyText(value: string, locale: string): string {
	const { amount, currency } = amountAndCurrency(value);
	return /^\d+(\.\d+)?$/.test(amount) && currency ? formatMoney(amount, { locale, currency }) : value;
}
