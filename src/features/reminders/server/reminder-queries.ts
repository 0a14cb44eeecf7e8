import 'server-only';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { type DateSettings, dayIn, daysLater, formatTime } from '@/lib/dates/dates';
import { comesAt } from '@/lib/dates/dates-instant';
import { read } from '@/lib/db/read';
import { type ComingReminders, isBeforeReminder, minutesBeforeMeeting, type Reminder } from '../reminder';

type Row = {
	kind: 'followUp' | 'activity';
	id: string;
	title: string;
	/** Of a follow-up, as the account's clocks show it: YYYY-MM-DDTHH:mm. */
	local: string | null;
	at: Date | null;
	who: string | null;
	companyId: string | null;
	contactId: string | null;
	dealId: string | null;
};

/** So many of each kind are looked at; a browser asks again before that many have come. */
const most = 50;

/**
 * What a browser reminds of in the next day or so, in order: follow-ups at their time, and meetings and calls that are planned, some
 * minutes before. And how many follow-ups are overdue or due today.
 */
export async function readReminders(userId: UserId): Promise<ComingReminders> {
	const settings = await getSettings(userId);
	const now = new Date();
	const today = dayIn(now, settings.timeZone);
	const [rows, [counts]] = await Promise.all([readRows(userId, today), countDue(userId, today)]);
	const coming = rows
		.map((row) => reminderOf(row, settings))
		.filter((reminder) => isBeforeReminder(now, reminder))
		.sort((one, other) => (one.at < other.at ? -1 : 1));
	return { due: counts.due, coming };
}

const countDue = (userId: UserId, today: string) => read<[{ due: number }]>`
	SELECT count(*)::int AS due FROM follow_up f
	WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND f.due_on <= ${today}::date`;

const readRows = (userId: UserId, today: string) => read<Row[]>`
	SELECT r.*, coalesce(p.name, c.name, d.name) AS who FROM (
		(SELECT 'followUp' AS kind, f.id, f.title, f.due_on || 'T' || to_char(f.due_time, 'HH24:MI') AS local,
			NULL::timestamptz AS at, f.company_id AS "companyId", f.contact_id AS "contactId", f.deal_id AS "dealId"
		FROM follow_up f
		WHERE f.user_id = ${userId}::uuid AND f.done_at IS NULL AND f.due_time IS NOT NULL
			AND f.due_on BETWEEN ${today}::date AND ${daysLater(today, 1)}::date
		ORDER BY f.due_on, f.due_time LIMIT ${most})
		UNION ALL
		(SELECT 'activity', a.id, a.subject, NULL, a.at, a.company_id, a.contact_id, a.deal_id
		FROM activity a
		WHERE a.user_id = ${userId}::uuid AND a.at > now() AND a.at < now() + interval '36 hours'
		ORDER BY a.at LIMIT ${most})
	) r
	LEFT JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = r."contactId"
	LEFT JOIN company c ON c.user_id = ${userId}::uuid AND c.id = r."companyId"
	LEFT JOIN deal d ON d.user_id = ${userId}::uuid AND d.id = r."dealId"`;

function reminderOf(row: Row, settings: DateSettings): Reminder {
	const { kind, id, title, who, local } = row;
	const due = local ? comesAt(local, settings.timeZone) : (row.at ?? new Date());
	const minutes = kind === 'activity' ? minutesBeforeMeeting : 0;
	return {
		// where it is put off, it reminds again
		key: `${id} ${due.toISOString()}`,
		at: new Date(due.getTime() - minutes * 60_000).toISOString(),
		time: formatTime(due, settings),
		title,
		who,
		path: kind === 'activity' ? `/activities/${id}` : pathOf(row),
	};
}

function pathOf({ companyId, contactId, dealId }: Row): string {
	if (dealId) return dealPath(dealId);
	if (contactId) return contactPath(contactId);
	return companyId ? companyPath(companyId) : '/dashboard';
}
