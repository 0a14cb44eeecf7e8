import { isDay } from '@/lib/dates/dates';
import { fold } from '@/lib/list/search';
import type { DayOrder } from './cell-values';

const numeric = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})(?:[T ,].*)?$/;
const monthNames = [
	['jan', 'ene'],
	['feb', 'fev'],
	['mar', 'mae', 'mrz'],
	['apr', 'avr', 'abr'],
	['may', 'mai'],
	['jun', 'juin'],
	['jul', 'juil'],
	['aug', 'aou', 'ago'],
	['sep', 'set'],
	['oct', 'okt'],
	['nov'],
	['dec', 'dez', 'dic'],
];
/** No day in words is longer. */
const maxLength = 60;
/** The days of spreadsheets, counted from 1900, of the years 1954 to 2118. */
const serials = [20_000, 80_000] as const;

/** A day as YYYY-MM-DD, read in an order of its parts (one that begins with the year is known by that); null for no day. */
export function readDay(text: string, order: DayOrder): string | null {
	const typed = text.trim();
	const found = numeric.exec(typed);
	if (found) {
		const [first = '', second = '', third = ''] = found.slice(1);
		if (first.length === 4 || order === 'ymd') return dayOf(first, second, third);
		return order === 'dmy' ? dayOf(third, second, first) : dayOf(third, first, second);
	}
	if (typed.length > maxLength) return null;
	return readSerial(typed) ?? readWords(fold(typed));
}

function dayOf(year: string, month: string, day: string): string | null {
	const whole = year.length === 2 ? `20${year}` : year;
	const iso = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDay(iso) ? iso : null;
}

/** "46073" or "20260220". */
function readSerial(text: string): string | null {
	const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
	if (compact) return dayOf(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
	const days = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number(text.slice(0, 5)) : 0;
	if (days < serials[0] || days > serials[1]) return null;
	return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "20-Feb-2026", "Friday, February 20th, 2026", "ngày 20 tháng 2 năm 2026". */
function readWords(text: string): string | null {
	const vietnamese = /(?:^|\s)(\d{1,2})\s*(?:thang|thg|th)\.?\s*(\d{1,2})[\s,]*(?:nam\s*)?(\d{4})/.exec(text);
	if (vietnamese) return dayOf(vietnamese[3] ?? '', vietnamese[2] ?? '', vietnamese[1] ?? '');
	const bare = text.replace(/^[a-z]+\.?,\s*(?=[a-z\d])/, '');
	const dayFirst =
		/^(?:[a-z]+\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]*(?:of |de )?([a-z]{3,10})\.?[\s,./-]*(?:de )?(\d{4}|\d{2})(?!\d)/.exec(
			bare,
		);
	if (dayFirst) return inMonth(dayFirst[3], dayFirst[2], dayFirst[1]);
	const monthFirst = /^(?:[a-z]+\s+)?([a-z]{3,10})\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(\d{4})(?!\d)/.exec(
		bare,
	);
	if (monthFirst) return inMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
	const yearFirst = /^(\d{4})[\s./-]*([a-z]{3,10})\.?[\s./-]*(\d{1,2})(?!\d)/.exec(bare);
	return yearFirst ? inMonth(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function inMonth(year = '', name = '', day = ''): string | null {
	const month = monthNames.findIndex((names) => names.some((begin) => name.startsWith(begin)));
	return month < 0 ? null : dayOf(year, String(month + 1), day);
}
