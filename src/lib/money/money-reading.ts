import { currenciesWritten, isSignOf, nameCurrencies } from './currency-signs';
import { decimalSign, decimalsOf, formatAmount, type MoneyStyle, maxDecimals, maxDigits, ownDecimals } from './money';
import { numberFormat } from './number-format';
import { type Digits, type NumberSign, plainDigits, readNumber, shiftDecimal } from './number-reading';

/** An amount; or why it is none, with the currencies that its sign means if only that is wrong. */
export type ParsedMoney = { ok: true; value: string } | { ok: false; message: string; currencies?: string[] };

/** How to read amounts: as the account writes them, or as a file does that uses another decimal sign. */
export type ReadingStyle = MoneyStyle & { decimalSign?: NumberSign };

/** The decimal sign of a language, one of the two that are read. */
const signOf = (locale: string): NumberSign => (decimalSign(locale) === ',' ? ',' : '.');

type Unit = { zeros: number /** "1tr2" is 1.2 million, but nobody writes "1m2". */; isSplit?: true };

// the units that people write after a number, in English and Vietnamese
const unitWords: [string[], Unit][] = [
	[['nghìn tỷ', 'ngàn tỷ'], { zeros: 12 }],
	[['b', 'bn', 'billion'], { zeros: 9 }],
	[['tỷ', 'tỉ', 'ty'], { zeros: 9, isSplit: true }],
	[['m', 'mn', 'mio', 'million'], { zeros: 6 }],
	[['triệu', 'trieu', 'tr'], { zeros: 6, isSplit: true }],
	[['thousand'], { zeros: 3 }],
	[['k', 'nghìn', 'nghin', 'ngàn', 'ngan'], { zeros: 3, isSplit: true }],
];
const units = new Map(unitWords.flatMap(([words, unit]) => words.map((word): [string, Unit] => [word, unit])));
const maxUnitLength = 8;
const half = /^r[ưu][ỡởo]i(?!\p{L})/u;
/** A currency that follows a unit without a space: "500kđ", "1,5 tỷ₫", "2musd". */
const besideUnit = /^$|^\P{L}|^(?:vn)?đ|^[a-z]{3}$/u;

/** The words after a number: a unit, whether half a unit is added, and a currency. */
type Words = { unit?: Unit; half?: true; mark: string };

/** Reads the words after a number. Whether the mark is a currency is checked elsewhere. */
function readWords(text: string): Words {
	for (let length = Math.min(text.length, maxUnitLength); length > 0; length--) {
		const unit = units.get(text.slice(0, length));
		const rest = text.slice(length);
		if (!unit || !besideUnit.test(rest)) continue;
		const behind = rest.trim();
		return half.test(behind) ? { unit, half: true, mark: behind.replace(half, '').trim() } : { unit, mark: behind };
	}
	return { mark: text };
}

/** The same where the currency comes first: "15 $m", "1,5 USD m". */
function readTurnedWords(text: string): Words {
	const word = /(?<![\p{L}])\p{L}{1,8}$/u.exec(text)?.[0] ?? '';
	const unit = units.get(word);
	return unit ? { unit, mark: text.slice(0, -word.length).trim() } : { mark: text };
}

/** The longest text that is read as an amount, including words and spaces. */
export const maxAmountLength = 100;

/** A text with half-width ASCII digits and signs, without surplus spaces and direction marks. */
function tidy(typed: string, locale: string): string {
	return plainDigits(typed.normalize('NFC'), locale)
		.toLowerCase()
		.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

/**
 * An amount as people type it ("1.500.000", "1,500,000.50", "1.5m", "1 tỷ 2", "2 triệu rưỡi") as a decimal string such as
 * "1500000" or "1500000.5". If a point or comma could be either sign, the account's language or the file decides. An amount is
 * refused, not rounded, if it has more decimals than its currency or than are stored, is negative, has more than 13 digits, or
 * is in another currency.
 */
export function parseMoney(typed: string, style: ReadingStyle): ParsedMoney {
	const { locale, currency } = style;
	const refuse = (message: string): ParsedMoney => ({ ok: false, message });
	const unreadable = () => refuse(`Enter an amount, such as ${formatAmount('1500000', style)}.`);
	if (typed.length > maxAmountLength) return unreadable();
	const text = tidy(typed, locale);
	if (/^[^\d−–-]{0,4}[−–-][^\d−–-]{0,4}\d/.test(text)) return refuse('An amount can’t be negative. Enter 0 or more.');
	const { before, numbers, words } = split(text);
	const last = words.at(-1) ?? '';
	const decimal = style.decimalSign ?? signOf(locale);
	const isSign = isSignOf(last, currency, locale);
	const endings: Words[] = isSign ? [{ mark: last }] : [readWords(last), readTurnedWords(last)];
	for (const ending of endings) {
		const read =
			numbers.length > 0 ? readParts(numbers, [...words.slice(0, -1).map(readWords), ending], decimal) : null;
		if (!read) continue;
		const owners = [before, ending.mark].filter(Boolean).map((mark) => currenciesWritten(mark, currency, locale));
		if (owners.some((codes) => codes.length === 0)) continue;
		const others = owners.find(([code]) => code !== currency);
		if (others)
			return {
				ok: false,
				message: `This is in ${nameCurrencies(others)}, but the currency is ${currency}. Change one of them.`,
				currencies: others,
			};
		const [whole, fraction] = read.value;
		if (whole.length > maxDigits)
			return refuse(`Enter an amount below ${formatAmount(`1${'0'.repeat(maxDigits)}`, style)}.`);
		const problem = tooManyDecimals(read, style);
		return problem ? refuse(problem) : { ok: true, value: fraction ? `${whole}.${fraction}` : whole };
	}
	return unreadable();
}

/** The mark before an amount, its numbers, and what follows each of them. */
function split(text: string) {
	const at = text.search(/\d/);
	const front = at < 0 ? text : text.slice(0, at);
	// some people write ".5" for 0.5, but the point of "Rs.1500" belongs to the rupee
	const isNumber = /(?<!\p{L}|\/)[.,]$/u.test(front);
	const start = at < 0 ? text.length : isNumber ? at - 1 : at;
	const rest = text.slice(start);
	const found = [...rest.matchAll(/([.,]?\d[\d.,'’ ]*)([^\d]*)/gu)];
	return {
		before: text.slice(0, start).trim(),
		numbers: found.map(([, number = '']) => number.trim()),
		words: found.map(([, , word = '']) => word.trim()),
	};
}

type AmountParts = { value: Digits; typed: Digits; text: string; isPlain: boolean };

/** A number with its unit, or several that belong together, such as "1 tỷ 200 triệu" or "1tr2". Null if they are no amount. */
function readParts(numbers: string[], words: Words[], sign: NumberSign): AmountParts | null {
	const [first = '', ...others] = numbers;
	const { unit, half: isHalf } = words[0] ?? { mark: '' };
	const typed = readNumber(first, sign);
	if (!typed) return null;
	if (others.length === 0) {
		if (isHalf && (typed[1] || !unit?.isSplit)) return null;
		const value = shiftDecimal(isHalf ? [typed[0], '5'] : typed, unit?.zeros ?? 0);
		return { value, typed, text: first, isPlain: !unit };
	}
	// each number but the last has a unit and nothing else, and each unit is smaller than the one before it
	if (typed[1] || words.some((word) => word.half) || words.slice(0, -1).some(({ mark }) => mark !== '')) return null;
	let total = 0n;
	let room = Number.POSITIVE_INFINITY;
	for (const [at, number] of numbers.entries()) {
		const own = words[at]?.unit;
		if (at > 0 && !/^\d{1,3}$/.test(number)) return null;
		if (!own) {
			// "1tr20" may be 1.2 million or 1.02 million
			if (at !== 1 || numbers.length > 2 || /^(?:\d0|000)$/.test(number)) return null;
			total += BigInt(number) * 10n ** BigInt(room - number.length);
			continue;
		}
		if (!own.isSplit || own.zeros >= room) return null;
		const [whole] = at === 0 ? typed : [number];
		if (whole.length > maxDigits) return null;
		total += BigInt(whole) * 10n ** BigInt(own.zeros);
		room = own.zeros;
	}
	return { value: [String(total), ''], typed, text: first, isPlain: false };
}

/** The problem with an amount that has more decimals than its currency, or than are stored; undefined if there is none. */
function tooManyDecimals({ value, typed, text, isPlain }: AmountParts, style: ReadingStyle): string | undefined {
	const { locale, currency } = style;
	const [whole, fraction] = value;
	const own = ownDecimals(currency);
	const kept = decimalsOf(currency);
	const places = isPlain ? typed[1] : '';
	// "1.500" may mean thousands even where a point begins the decimals, so its zeros are not dropped
	if (places.length > Math.max(own, maxDecimals)) {
		const digits = typed
			.join('')
			.replace(/^0+(?=\d)/, '')
			.slice(0, maxDigits);
		const inFile = style.decimalSign && style.decimalSign !== signOf(locale);
		const has = own === 0 ? 'none' : `only ${own}`;
		const begins = text.lastIndexOf(',') > text.lastIndexOf('.') ? 'comma' : 'point';
		return `A ${begins} starts the decimals here, and ${currency} has ${has}. For thousands, enter ${inFile ? digits : formatAmount(digits, style)}.`;
	}
	if (fraction.length <= kept) return undefined;
	const read = write(whole, fraction, locale);
	if (kept === 0)
		return `This reads as ${read}, and ${currency} has no decimals. Enter ${write(whole, '', locale)}, for example.`;
	const nearest = write(whole, fraction.slice(0, kept), locale);
	return own > kept
		? `This reads as ${read}. MiniCRM stores ${kept} of the ${own} decimals of ${currency}. Enter ${nearest}, for example.`
		: `This reads as ${read}, and ${currency} has ${kept} decimals. Enter ${nearest}, for example.`;
}

/** Digits as the account writes them, with all decimals. */
function write(whole: string, fraction: string, locale: string): string {
	return numberFormat(locale, {
		numberingSystem: 'latn',
		minimumFractionDigits: fraction.length,
		maximumFractionDigits: fraction.length,
	}).format(`${whole}${fraction && `.${fraction}`}` as Intl.StringNumericLiteral);
}
