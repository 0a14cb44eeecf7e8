import { readMoment } from '@/lib/dates/dates-moment';
import type { DateStyle } from '@/lib/dates/dates-style';
import { withoutDiacritics } from '@/lib/dates/dates-word-lists';

// A date in a title, such as "call chị Lan tomorrow". It is only offered, and never where a name may be meant.

/** A day and perhaps time (YYYY-MM-DD or YYYY-MM-DDTHH:mm), and the title without its words. */
type TitleMoment = { moment: string; rest: string };

const mostWords = 8;
const maxTitle = 200;

/** The date with which a title begins or ends; null where it has none, where it is nothing else, and where the words may be a name. */
export function momentInTitle(title: string, style: DateStyle, now: string): TitleMoment | null {
	const words = title.normalize('NFC').slice(0, maxTitle).trim().split(/\s+/);
	if (isDateLike(plainOf(words.join(' ')))) return null;
	for (let length = Math.min(mostWords, words.length - 1); length > 0; length--) {
		const found =
			readPart(words, words.length - length, words.length, style, now) ?? readPart(words, 0, length, style, now);
		if (found) return found;
	}
	return null;
}

function readPart(words: string[], from: number, to: number, style: DateStyle, now: string): TitleMoment | null {
	const part = words.slice(from, to).join(' ');
	const plain = plainOf(part);
	if (!isDateLike(plain) || !hasItsMarks(part, words.join(' ')) || mayBeName(words, from, to)) return null;
	const read = readMoment(part.replace(/(?<![.!])[.!]+$/, ''), style, now);
	// what has passed is no date for something to do
	if (!read.ok || read.moment < now.slice(0, 10) || (read.moment.length > 10 && read.moment < now)) return null;
	const left = [...words.slice(0, from), ...words.slice(to)]
		.join(' ')
		.replace(/^[\s,:;–-]+|(?<![\s,;–-])[\s,;–-]+$/g, '');
	return /\p{L}/u.test(left) ? { moment: read.moment, rest: left } : null;
}

const plainOf = (text: string) => withoutDiacritics(text.toLowerCase()).replace(/(?<![,.!])[,.!]+$/, '');

const near =
	'today|tonight|tomorrow|tmrw?|day after tomorrow|hom nay|ngay mai|ngay kia|ngay mot|mai|(?:bua|sang|trua|chieu|toi|dem) (?:nay|mai|mot|kia)';
const weekday =
	'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn';
const number = '\\d{1,3}|a|an|one|two|three|four|five|six|mot|hai|ba|bon|nam|sau';
const count = `in (?:${number}) (?:business |working )?(?:days?|weeks?|months?)|(?:${number}) (?:ngay|tuan|thang)(?: lam viec)? nua`;
const period =
	'(?:end of|start of|early|mid)(?: the| next| this)? (?:week|month|quarter|year)|eow|eom|eoq|eoy|next week|(?:this|next) weekend|(?:cuoi|dau|giua) (?:tuan|thang|quy|nam)(?: nay| sau| toi)?|tuan (?:sau|toi)';
const date =
	'\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|the \\d{1,2}(?:st|nd|rd|th)|ngay \\d{1,2}(?:[/-]\\d{1,2}(?:[/-]\\d{2,4})?)?';
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const named = `\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]*|(?:${months})[a-z]* \\d{1,2}(?:st|nd|rd|th)?`;
const clock =
	'(?:\\d{1,2}:\\d{2}|\\d{1,2} ?(?:h|g|gio) ?(?:\\d{2}|ruoi)?|\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm)|noon)(?: (?:sang|trua|chieu|toi|dem))?';
const on = '(?:on |by |before |at |vao |truoc |luc |vao luc )?(?:this |next |coming )?';
const ofWeek = '(?: next week| (?:tuan )?(?:sau|toi|nay))?';
const side = '(?:(?:sang|trua|chieu|toi) )?';
const later = '(?: (?:morning|afternoon|evening))?';
const day = `${on}${side}(?:${near}|(?:${weekday})${ofWeek}|${count}|${period}|${date}|${named})${later}`;
const time = `(?:at |luc |vao luc )?${clock}|at \\d{1,2}`;
const dateLike = new RegExp(`^(?:${day}|${on}(?:${time})|${day},? (?:${time})|${on}(?:${time}),? ${day})$`);

/** Whether words have the form of a date, which is stricter than what a field for dates takes: "2 weeks" may be a duration. */
const isDateLike = (plain: string) => dateLike.test(plain);

/** Whether a weekday has its marks where the title has any: "Thu sáu" is no "thứ sáu", and "một" is one thing, not the day after. */
function hasItsMarks(part: string, title: string): boolean {
	if (!/[\u00c0-\u1ef9]/.test(title)) return true;
	const [small, plain] = [part.toLowerCase(), plainOf(part)];
	return (
		(!/\bthu (?:[2-7]|hai|ba|tu|nam|sau|bay)\b/.test(plain) || small.includes('thứ')) &&
		(!/\bngay mot\b/.test(plain) || small.includes('mốt'))
	);
}

/** Words that a name follows. */
const titles =
	/^(?:chi|anh|co|chu|bac|em|ong|ba|ban|sep|thay|cau|di|ms|mr|mrs|miss|dr|thi|van|cong|ty|cty|hang|nha|quan|shop|goi|call|email|mail|nhan|gap|meet|with|voi|cho|for|of|cua|to|and|va|ask|hoi|thanh|black|good|casual|easter|cyber|phong|tang|toa|ke|hoach|lich|bao|cao|report|plan|ruby|super)$/;
/** Words that are a name or something else as often as a date. */
const ambiguous = /^(?:mai|mon|tue|wed|thu|sat|sun|t[2-7]|cn|may \d{1,2})$/;
/** Days that are a name or a title's part only behind certain words, such as "Black Friday" and "report for next week". */
const partOfName =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|fri|next week|tuan sau|tuan toi|cuoi \w+|end of \w+|thu \w+)$/;

function mayBeName(words: string[], from: number, to: number): boolean {
	const part = words.slice(from, to).join(' ');
	const plain = plainOf(part);
	const [before = '', behind = ''] = [words[from - 1] ?? '', words[to] ?? ''];
	const isAfterTitle = titles.test(plainOf(before));
	if (partOfName.test(plain)) return isNamePart(plainOf(before)) || (from === 0 && startsName(plain, behind));
	const [first = ''] = plain.split(' ');
	if (first === 'mai' || first === 'may') {
		// a name begins with a capital, and "chị mai" is one without it too
		if (!part.startsWith(first) || isAfterTitle) return true;
		const isNear = words.slice(Math.max(0, from - 3), from).some((word) => titles.test(plainOf(word)));
		return from > 0 && isNear && !/^\p{Lu}/u.test(before) && !/^(?:lai|luon|som|xong)$/.test(plainOf(before));
	}
	return ambiguous.test(plain);
}

/** What makes a name of the day behind it, or something that is about that time. */
const isNamePart = (before: string) =>
	/^(?:black|good|casual|easter|cyber|ruby|super|ash|for|of|cho|cua|hoach|lich|cao|report|plan|chi|anh|co|em|ba)$/.test(
		before,
	);

/** "Sunday Times", "Monday.com": a capital follows an English weekday. */
const startsName = (plain: string, behind: string) => /day$/.test(plain) && /^\p{Lu}/u.test(behind);
