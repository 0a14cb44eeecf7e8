import { readAgenda } from '@/features/today/server/agenda-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysBetween } from '@/lib/dates/dates';

/** Who goes quiet as the day's list has them, and how many there are. */
export async function goingQuiet(userId: UserId, timeZone: string, limit = 10) {
	const { rows, counts } = await readAgenda(userId, { timeZone });
	const today = dayIn(new Date(), timeZone);
	const people = rows
		.filter(({ group }) => group === 'quiet')
		.slice(0, limit)
		.map(({ id, title, dueOn, rhythm, isDecisionMaker, companyId, companyName, lastContactAt }) => ({
			...{ id, name: title, isDecisionMaker, rhythm, companyId, companyName, lastContactAt, dueOn },
			daysLate: daysBetween(dueOn ?? today, today),
		}));
	return { people, count: counts.quiet };
}
