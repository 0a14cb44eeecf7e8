'use client';

import { useDateSettings } from '@/components/form/date/date-settings';
import { isDay } from '@/lib/dates/dates';
import { type DateStyle, sayDateShortly } from '@/lib/dates/dates-style';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { formatMoney } from '@/lib/money/money';
import { choiceShown, type FieldDraft, type Property, pairsOf } from './property';

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
			return choiceShown(editor.options, value);
		case 'choices': {
			const chosen = value.split('; ');
			const tags = editor.options.filter(([id]) => chosen.includes(id));
			return { tags: tags.map(([, name, colour = '']) => ({ name, colour })) };
		}
		case 'day':
			return { text: isDay(value) ? sayDateShortly(value, style) : value };
		case 'money':
			return { text: moneyText(value, style.locale) };
		case 'points':
			return {
				points: pairsOf(value).map(([each, label]) => {
					const known = points.find((point) => point.value === each);
					return { ...known, value: each, label, href: known?.href ?? hrefOf(field, each) };
				}),
			};
		default:
			return editor.as === 'line' && editor.numeric === 'percent' && value !== ''
				? { text: `${value.replace('%', '').trim()}%` }
				: {};
	}
}

const hrefOf = (field: string, value: string) =>
	field === 'phone' ? 'tel:' : field === 'email' ? `mailto:${value}` : /^https?:\/\//.test(value) ? value : '';

function moneyText(value: string, locale: string): string {
	const { amount, currency } = amountAndCurrency(value);
	return /^\d+(\.\d+)?$/.test(amount) && currency ? formatMoney(amount, { locale, currency }) : value;
}
