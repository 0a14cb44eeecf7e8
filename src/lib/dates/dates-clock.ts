import { withoutDiacritics } from './dates-word-lists';

// Times as people write them in a text, in English and in Vietnamese, with or without its marks.

/** What a text says of the time (HH:mm), and the text without it; a time that does not exist is said as it was written. */
export type ClockReading = { time: string; rest: string } | { wrong: string };

const at = '(?:(?:vao luc|luc|vao|at|around|about|khoang|by|from|tu) |@ ?)?';
const half = '(?: ?(?<half>am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))';
const part = '(?: ?(?:in the |at )?(?<part>sang|trua|chieu|toi|dem|khuya|morning|afternoon|evening|night)(?![a-z]))';
const unit = '(?:h|g|gio)';
/** Hours with minutes, hours with a unit, hours with AM or PM, an hour behind "at", and noon: each as it may be written. */
const clocks = [
	`(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?(?:${half}|${part})?`,
	`(?<hour>\\d{1,2}) ?${unit} ?(?<minute>\\d{2}|ruoi)(?!\\d)${part}?`,
	`(?<hour>\\d{1,2}) ?${unit}(?![a-z0-9])${part}?`,
	`(?<hour>\\d{1,2})(?:\\.(?<minute>\\d{2}))?${half}`,
	`(?<noon>noon|midday)`,
].map((clock) => new RegExp(`(?<![a-z0-9/.:-])${at}(?:${clock})(?![a-z0-9/:-])`, 'd'));
const barely = new RegExp(
	`(?<![a-z0-9/.:-])(?:vao luc|luc|at|@) ?(?<hour>\\d{1,2})(?:(?:[:.]|h)(?<minute>\\d{2}))?${part}?(?![a-z0-9/:.-])`,
	'd',
);

/**
 * The time in a text and what else it says; null if it says none. "Chiều", "tối", "afternoon" and the like say in which half of the
 * day an hour is meant, whether they stand beside it or before the day.
 */
export function readClock(typed: string): ClockReading | null {
	const written = typed.replace(/(?<=\d)t(?=\d{2}:\d{2})/, ' ');
	const plain = withoutDiacritics(written);
	// marks that are one letter with theirs leave the places of all letters as they are
	const text = plain.length === written.length ? written : plain;
	const found = [...clocks, barely].map((clock) => clock.exec(plain)).find((match) => match !== null);
	const { hour, minute = '00', half: side, part: beside, noon } = found?.groups ?? {};
	if (!found || (hour === undefined && !noon)) return null;
	const before = text.slice(0, found.index);
	const rest = `${before} ${text.slice(found.index + found[0].length)}`
		.replace(/\s+/g, ' ')
		.replace(/^[\s,]+|(?<![\s,@])[\s,@]+$/g, '')
		.replace(/ (?:at|lúc|luc|vào|vao)$/, '');
	if (noon) return { time: '12:00', rest };
	const named = side ? side.slice(0, 1) : (beside ?? partOfDay(rest));
	const time = timeOf(Number(hour), minute === 'ruoi' ? '30' : minute, named);
	return time ? { time, rest } : { wrong: text.slice(found.index, found.index + found[0].length).trim() };
}

/** The half of the day that stands with the day: "chiều mai", "tomorrow afternoon", "tonight". */
function partOfDay(rest: string): string | undefined {
	const plain = withoutDiacritics(rest);
	// "tới" is the coming one, as in "thứ 6 tới"
	const [, before, behind] =
		/^(?:(sang|trua|chieu|toi|dem) .+|.+ (morning|afternoon|evening|night|sang|trua|chieu|dem)|.*tonight.*)$/.exec(
			plain,
		) ?? [];
	if (/(?:^| )tonight(?: |$)/.test(plain)) return 'evening';
	return before === 'toi' && rest.startsWith('tới') ? undefined : (before ?? behind);
}

/** A time as HH:mm; null for one that is on no clock. */
function timeOf(hour: number, minute: string, named: string | undefined): string | null {
	if (hour > 23 || Number(minute) > 59) return null;
	const full = inHalf(hour, named);
	return full === null ? null : `${String(full).padStart(2, '0')}:${minute}`;
}

/** The hour of 24 that is meant; null where the words contradict it. */
function inHalf(hour: number, named: string | undefined): number | null {
	switch (named) {
		case undefined:
			return hour;
		case 'a':
			return hour >= 1 && hour <= 12 ? hour % 12 : null;
		case 'p':
			return hour >= 1 && hour <= 12 ? (hour % 12) + 12 : null;
		case 'sang':
		case 'morning':
			return hour <= 12 ? hour : null;
		case 'trua':
			return hour >= 1 && hour <= 2 ? hour + 12 : hour >= 10 && hour <= 14 ? hour : null;
		case 'chieu':
		case 'afternoon':
			return hour >= 1 && hour <= 7 ? hour + 12 : hour >= 12 && hour <= 19 ? hour : null;
		case 'toi':
		case 'evening':
			return hour >= 5 && hour <= 11 ? hour + 12 : hour >= 17 ? hour : null;
		default:
			// at night it is before midnight or after it
			return hour >= 7 && hour <= 11 ? hour + 12 : hour <= 5 || hour >= 19 ? hour : null;
	}
}
