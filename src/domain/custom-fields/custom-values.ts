import { type DateSettings, dayIn, isDay } from '@/lib/dates/dates';
import { readDate } from '@/lib/dates/dates-read';
import { dateStyleOf, writeDate } from '@/lib/dates/dates-style';
import { currencies } from '@/lib/locale';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { decimalSign, formatAmount } from '@/lib/money/money';
import { parseMoney } from '@/lib/money/money-reading';
import { type NumberSign, plainDigits, readNumber } from '@/lib/money/number-reading';
import { isRecordId, optionalText, optionalWebsite } from '@/lib/text/text';
import type { CustomField } from './custom-field-types';
import { type MetadataValue, rawText } from './metadata';

/** How an account writes values, and the currency of amounts that name none; a file may have another decimal sign. */
export type ValueStyle = DateSettings & { currency: string; decimalSign?: NumberSign };

/** A value as it is stored, undefined for none; or why a text is none. */
export type ReadValue = { value: MetadataValue | undefined } | { problem: string };

/** The most significant digits, and the most decimals: with these, numbers are exact in every part of the app. */
const maxDigits = 15;
const maxDecimals = 6;

/** Reads what was typed into a field: in the account's way of writing, of a list an option's name or id. */
export function readFieldValue(field: CustomField, text: string, style: ValueStyle): ReadValue {
	const typed = text.trim();
	if (typed === '') return { value: undefined };
	switch (field.type) {
		case 'text':
			return parsed(optionalText(2_000).safeParse(text));
		case 'long':
			return parsed(optionalText().safeParse(text));
		case 'link':
			return parsed(optionalWebsite().safeParse(text));
		case 'number':
			return readDecimal(typed, style);
		case 'amount':
			return readAmount(field, typed, style);
		case 'date': {
			const read = readDate(typed, dateStyleOf(style.locale), dayIn(new Date(), style.timeZone));
			return read.ok ? { value: read.day } : { problem: read.message };
		}
		case 'yes':
			return readYesOrNo(typed);
		case 'choice':
			return readOption(field, typed);
		case 'choices':
			return readOptions(field, typed);
		default:
			return isRecordId(typed) ? { value: typed.toLowerCase() } : { problem: `Select a ${field.type}.` };
	}
}

/** A value as the account writes it, which `readFieldValue` reads back; what does not fit its field is shown as it is stored. */
export function valueText(field: CustomField, value: MetadataValue, style: Pick<ValueStyle, 'locale'>): string {
	if (field.type === 'date' && typeof value === 'string' && isDay(value))
		return writeDate(value, dateStyleOf(style.locale));
	if (field.type === 'number' && typeof value === 'number')
		return rawText(value).replace('.', decimalSign(style.locale));
	return fileText(field, value);
}

/** A value as an editor begins with it and sends it, which `readFieldValue` reads back: records and options by their ids, days as they are stored. */
export function editorText(
	field: CustomField,
	value: MetadataValue | undefined,
	style: Pick<ValueStyle, 'locale'>,
): string {
	if (value === undefined || value === null) return '';
	if (field.type === 'yes' && typeof value === 'boolean') return value ? 'yes' : 'no';
	if (field.type === 'choices') return [value].flat().join('; ');
	if (field.type === 'number') return valueText(field, value, style);
	// with all decimals, as amounts are written
	if (field.type === 'amount') return rawText(value).replace(/(\.\d) /, '$10 ');
	return rawText(value);
}

/** A value as a form begins with it, where an amount is one line of text. */
export function formText(
	field: CustomField,
	value: MetadataValue | undefined,
	style: Pick<ValueStyle, 'locale'>,
): string {
	const text = editorText(field, value, style);
	const [, amount, currency] = (field.type === 'amount' && /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text)) || [];
	return amount && currency ? `${formatAmount(amount, { ...style, currency })} ${currency}` : text;
}

/** A value as a file has it, whatever the account's language: days and numbers as they are stored, options by their names. */
export function fileText(field: CustomField, value: MetadataValue): string {
	if (field.type === 'choices' && Array.isArray(value)) return writeOptions(field, value);
	if (field.type === 'choice' && typeof value === 'string')
		return field.options.find((option) => option.id === value)?.name ?? value;
	if (field.type === 'yes' && typeof value === 'boolean') return value ? 'Yes' : 'No';
	return rawText(value);
}

type Parsed = { success: true; data: string | null } | { success: false; error: { issues: { message: string }[] } };

const parsed = (read: Parsed): ReadValue =>
	read.success ? { value: read.data ?? undefined } : { problem: read.error.issues[0]?.message ?? 'Must be text.' };

function readDecimal(text: string, { locale, decimalSign: written }: ValueStyle): ReadValue {
	const [sign, number] = /^([-−–]?)\s*(.*)$/su.exec(plainDigits(text, locale))?.slice(1) ?? [];
	const point = written ?? (decimalSign(locale) === ',' ? ',' : '.');
	const digits = number ? readNumber(number.replace(/\s/gu, ' '), point) : null;
	if (!digits) return { problem: 'Enter a number, such as 1500.' };
	const whole = digits[0].replace(/^0+(?=\d)/, '');
	const fraction = digits[1].replace(/(?<!0)0+$/, '');
	if (whole.replace(/^0$/, '').length + fraction.length > maxDigits || fraction.length > maxDecimals)
		return { problem: `Enter a number of at most ${maxDigits} digits, with at most ${maxDecimals} decimals.` };
	const value = Number(`${sign ? '-' : ''}${whole}.${fraction || '0'}`);
	// there is no -0 in the database
	return { value: value === 0 ? 0 : value };
}

function readAmount(field: CustomField, text: string, { currency: usual, ...style }: ValueStyle): ReadValue {
	const { amount, currency: named } = amountAndCurrency(text);
	const currency = named.toUpperCase() || field.currency || usual;
	if (!currencies().includes(currency)) return { problem: 'Enter a currency code, such as USD.' };
	const read = parseMoney(amount, { ...style, currency });
	return read.ok ? { value: `${read.value} ${currency}` } : { problem: read.message };
}

function readYesOrNo(text: string): ReadValue {
	const word = text.toLowerCase().normalize('NFC');
	if (['yes', 'y', 'true', '1', 'có', 'đúng'].includes(word)) return { value: true };
	if (['no', 'n', 'false', '0', 'không', 'sai'].includes(word)) return { value: false };
	return { problem: 'Enter yes or no.' };
}

function readOption({ options }: Pick<CustomField, 'options'>, text: string): ReadValue {
	const typed = text.normalize('NFC');
	const name = typed.toLowerCase();
	const found =
		options.find((option) => option.name === typed) ??
		options.find((option) => option.id === name || option.name.toLowerCase() === name);
	return found ? { value: found.id } : { problem: 'Select one of the options.' };
}

function readOptions(field: Pick<CustomField, 'options'>, text: string): ReadValue {
	const whole = readOption(field, text);
	const all = 'value' in whole ? [whole] : namesInList(text).map((name) => readOption(field, name));
	if (all.some((each) => 'problem' in each)) return { problem: 'Select some of the options.' };
	const chosen = new Set(all.map((each) => ('value' in each ? each.value : null)));
	return { value: field.options.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) };
}

/** The names in a text such as `Fairs; "Friends; family"`. */
export function namesInList(text: string): string[] {
	const names = [...text.matchAll(/"(?:[^"]|"")*"(?=\s*(?:;|$))|[^\s;][^;]*/gu)].map(([name]) => name.trim());
	return names.map((name) =>
		/^".*"$/su.test(name) && name.length > 1 ? name.slice(1, -1).replaceAll('""', '"') : name,
	);
}

/** Options as `readOptions` reads them, in any account: by their names, in quotes where these could be read as others. */
function writeOptions(field: CustomField, ids: string[]): string {
	const names = ids.map((id) => field.options.find((option) => option.id === id)?.name ?? id);
	const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
	const plain = names.map((name) => (/[;"]/u.test(name) ? quoted(name) : name)).join('; ');
	const read = readOptions(field, plain);
	const isClear =
		'value' in read && Array.isArray(read.value) && read.value.toSorted().join() === ids.toSorted().join();
	return isClear ? plain : names.map(quoted).join('; ');
}
