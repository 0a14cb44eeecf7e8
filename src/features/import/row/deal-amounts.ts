import { currenciesWritten } from '@/lib/money/currency-signs';
import { type ParsedMoney, parseMoney } from '@/lib/money/money-reading';
import type { RowContext } from './row-fields';

type Amount =
	| { ok: true; value: string; currency: string }
	| { ok: false; field: 'value' | 'currency'; reason: string };

/** The amount and currency of a deal: a sign or a code beside the number, in a column of its own or in the column's name says which. */
export function readDealAmount(
	cell: string | undefined,
	currencyCell: string | undefined,
	context: RowContext,
): Amount {
	const own = currencyCell ? currenciesWritten(currencyCell, context.currency, context.locale)[0] : undefined;
	if (currencyCell && !own) return { ok: false, field: 'currency', reason: 'Enter a currency code, such as USD.' };
	const text = withoutExponent(cell ?? '0');
	const unit = currencyCell ? null : unitInHeader(context);
	// "Giá trị (triệu đồng)" says the unit for each of its numbers
	const inUnit = unit ? read(`${text} ${unit}`, own, context) : null;
	const amount = inUnit?.money.ok ? inUnit : read(text, own, context);
	const { money, currency } = amount;
	return money.ok ? { ok: true, value: money.value, currency } : { ok: false, field: 'value', reason: money.message };
}

/** Reads an amount in a currency, or in the one that its sign says where no column says another. */
function read(text: string, own: string | undefined, context: RowContext): { money: ParsedMoney; currency: string } {
	const { locale, settings } = context;
	const as = (currency: string) => parseMoney(text, { locale, currency, decimalSign: settings.decimalSign });
	const currency = own ?? context.currency;
	const money = as(currency);
	const [other] = money.ok ? [] : (money.currencies ?? []);
	return own || !other ? { money, currency } : { money: as(other), currency: other };
}

const units = new WeakMap<string[], Map<string, string>>();

/** What stands in brackets in the name of the column with the values, or a currency's code at its end. */
function unitInHeader({ header, settings }: RowContext): string | undefined {
	const column = settings.targets.findIndex((target) => target && 'field' in target && target.field === 'value');
	const name = header[column] ?? '';
	const known = units.get(header) ?? new Map<string, string>();
	units.set(header, known);
	const found =
		known.get(name) ??
		/[([]([^()[\]]{1,20})[)\]]/.exec(name)?.[1] ??
		/\s([A-Z]{3}|VNĐ|[$€£¥₫đ])$/u.exec(name)?.[1] ??
		'';
	known.set(name, found);
	return found || undefined;
}

/** "1.5E+07", as spreadsheets write large numbers, digit by digit; other texts as they are. */
function withoutExponent(text: string): string {
	const found = /^\s*(\d{1,15})(?:[.,](\d{1,15}))?e\+?(\d{1,2})\s*$/i.exec(text);
	if (!found) return text;
	const [, whole = '', fraction = '', exponent = ''] = found;
	const digits = whole + fraction.padEnd(Number(exponent), '0');
	// what is left behind the point is no whole number of anything that is written like this
	return fraction.length > Number(exponent) || Number(exponent) > 20 ? text : digits;
}
