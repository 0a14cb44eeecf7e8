import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { boundsOf, type Days } from '@/lib/dates/dates';
import { readPrepared } from '@/lib/db/read';
import type { TypeCounts } from '../activity-types';

/** How many activities of each type lie in each of some weeks, and in other days, which may overlap with them; by the user's days. */
export async function countActivities(
	userId: UserId,
	{ weeks, days }: { weeks: Days[]; days: Days },
	timeZone: string,
): Promise<{ weeks: (Days & { counts: TypeCounts })[]; days: TypeCounts }> {
	const pieces = [days, ...weeks].flatMap((part, index) =>
		piecesOf(part, timeZone).map((piece) => ({ ...piece, index })),
	);
	const whole = pieces.filter(({ isWhole }) => isWhole);
	const cut = pieces.filter(({ isWhole }) => !isWhole);
	const column = (of: Piece[], name: 'from' | 'after') => of.map((piece) => new Date(piece[name]));
	const rows = await readPrepared<(TypeCounts & { part: number })[]>`
		SELECT part, coalesce(sum(call), 0)::int AS call, coalesce(sum(email), 0)::int AS email,
			coalesce(sum(meeting), 0)::int AS meeting, coalesce(sum(note), 0)::int AS note
		FROM (
			SELECT p.part, h.calls AS call, h.emails AS email, h.meetings AS meeting, h.notes AS note
			FROM unnest(
				${whole.map(({ index }) => index)}::int[], ${column(whole, 'from')}::timestamptz[], ${column(whole, 'after')}::timestamptz[]
			) AS p (part, first, after)
			CROSS JOIN LATERAL (
				SELECT sum(h.calls) AS calls, sum(h.emails) AS emails, sum(h.meetings) AS meetings, sum(h.notes) AS notes
				FROM activity_hour h WHERE h.user_id = ${userId}::uuid AND h.hour >= p.first AND h.hour < p.after
			) h
			UNION ALL
			SELECT p.part, h.calls, h.emails, h.meetings, h.notes
			FROM unnest(
				${cut.map(({ index }) => index)}::int[], ${column(cut, 'from')}::timestamptz[], ${column(cut, 'after')}::timestamptz[]
			) AS p (part, first, after)
			CROSS JOIN LATERAL (
				SELECT count(*) FILTER (WHERE a.type = 'call') AS calls, count(*) FILTER (WHERE a.type = 'email') AS emails,
					count(*) FILTER (WHERE a.type = 'meeting') AS meetings, count(*) FILTER (WHERE a.type = 'note') AS notes
				FROM activity a WHERE a.user_id = ${userId}::uuid AND a.at >= p.first AND a.at < p.after
			) h
		) piece GROUP BY part`;
	const of = (wanted: number): TypeCounts => {
		const { part: _, ...counts } = rows.find(({ part }) => part === wanted) ?? { ...nothing, part: wanted };
		return counts;
	};
	return { weeks: weeks.map((week, index) => ({ ...week, counts: of(index + 1) })), days: of(0) };
}

const nothing: TypeCounts = { call: 0, email: 0, meeting: 0, note: 0 };

/** A piece of time, in milliseconds: whole hours of UTC, of which the sums are kept, or less than one, in which activities are counted. */
type Piece = { from: number; after: number; isWhole: boolean };

const hour = 3_600_000;

/** Some of the user's days: in a zone whose days do not begin with an hour of UTC, with pieces of an hour at both ends. */
function piecesOf(days: Days, timeZone: string): Piece[] {
	const [from = 0, after = 0] = boundsOf([days], timeZone).map((instant) => instant.getTime());
	const first = Math.min(Math.ceil(from / hour) * hour, after);
	const last = Math.max(Math.floor(after / hour) * hour, first);
	return [
		{ from, after: first, isWhole: false },
		{ from: first, after: last, isWhole: true },
		{ from: last, after, isWhole: false },
	].filter((piece) => piece.from < piece.after);
}
