import { type DateSettings, dayIn } from '@/lib/dates/dates';
import { agoCell, type Cell } from './cells';

/** A record's next follow-up: when it is due, and what it is about for who hovers over it. */
export function followUpCell(next: { title: string; dueOn: string | null } | null, settings: DateSettings): Cell {
	if (!next) return null;
	if (next.dueOn === null) return { own: next.title };
	const cell = agoCell(next.dueOn, settings, next.dueOn < dayIn(new Date(), settings.timeZone));
	return cell && typeof cell === 'object' && 'ago' in cell ? { ...cell, on: `${next.title}, ${cell.on}` } : cell;
}
