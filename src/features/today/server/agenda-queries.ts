import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import type { Settings } from '@/features/account/server/account-queries';
import type { ActivityType } from '@/features/activities/schema';
import type { Rhythm } from '@/features/contacts/schema';
import type { DealStage } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import { type AgendaGroup, agendaLimits, agendaStatement, allDatesLimit } from './agenda-sql';

/** An entry of the day with what its reasons are made of. Days are YYYY-MM-DD, times HH:MM. */
export type AgendaRow = {
	group: AgendaGroup;
	/** Of the follow-up, the activity or the contact; of a date, of its record. */
	id: string;
	title: string;
	/** The field of a date that is near, and what it is called. */
	fieldId: string | null;
	fieldName: string | null;
	/** Of a contact, the last day on which they were not late by their rhythm; of a date, when it comes next. */
	dueOn: string | null;
	dueTime: string | null;
	isImportant: boolean;
	/** Whether they promised it to the user. */
	isTheirs: boolean;
	/** When something planned takes place, how long it takes, and what it is. */
	at: Date | null;
	durationMinutes: number | null;
	type: ActivityType | null;
	companyId: string | null;
	companyName: string | null;
	contactId: string | null;
	contactName: string | null;
	isDecisionMaker: boolean;
	rhythm: Rhythm | null;
	lastContactAt: Date | null;
	phone: string | null;
	dealId: string | null;
	dealName: string | null;
	deal: { value: string; currency: string; stage: DealStage; expectedCloseOn: string | null; isClosed: boolean } | null;
	/** Before a meeting, what was said last, and when. */
	said: string | null;
	saidAt: Date | null;
};

/** How many entries each part has, up to one more than are counted. */
export type AgendaCounts = Record<AgendaGroup, number>;

/**
 * What the user's day asks for: follow-ups that are overdue, what is planned today and has no outcome yet, what is due today,
 * dates of custom fields that are near (the first, or all that a page can show), and who goes quiet. By one statement, which reads no more of each than is shown and counted.
 */
export async function readAgenda(
	userId: UserId,
	{ timeZone }: Pick<Settings, 'timeZone'>,
	{ hasAllDates = false } = {},
): Promise<{ rows: AgendaRow[]; counts: AgendaCounts }> {
	await settleContacts(userId);
	const rows = await readPrepared<({ counts: AgendaCounts } & (AgendaRow | { id: null }))[]>(
		agendaStatement(userId, timeZone, hasAllDates ? { ...agendaLimits, dates: allDatesLimit } : agendaLimits),
	);
	const [{ counts } = { counts: { overdue: 0, meetings: 0, today: 0, dates: 0, quiet: 0 } }] = rows;
	return { rows: rows.flatMap(({ counts: _, ...row }) => (row.id ? [row] : [])), counts };
}
