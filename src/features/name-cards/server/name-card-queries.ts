import 'server-only';
import type { z } from 'zod';
import { settleContacts } from '@/domain/settle-contacts';
import { today } from '@/domain/today-sql';
import { getSettings } from '@/features/account/server/account-queries';
import { daysAgo, type PersonRow, personLineColumns, presentPerson } from '@/features/contacts/server/person-lines';
import { inOrder } from '@/features/follow-ups/server/follow-up-sql';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysBetween, formatDay, formatMoment } from '@/lib/dates/dates';
import { formatDue } from '@/lib/dates/dates-time';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { counted, countedList } from '@/lib/text/counted';
import type { ShownNameCard } from '../name-card';
import type { namedRecord } from '../schema';

type Next = { title: string; dueOn: string | null; dueTime: string | null; at: string | null; isOverdue: boolean };

/**
 * What comes next with a company or a contact, as JSON: the first open follow-up by its day, or an activity that is planned before
 * that; null where nothing is.
 */
const nextWith = (kind: 'company' | 'contact', alias: 'p' | 'c', timeZone: string) => {
	const follow = Prisma.raw(`f.user_id = ${alias}.user_id AND f.${kind}_id = ${alias}.id`);
	const planned =
		kind === 'contact'
			? Prisma.sql`SELECT a.subject, a.at FROM activity_person t JOIN activity a ON a.user_id = t.user_id AND a.id = t.activity_id
				WHERE t.user_id = p.user_id AND t.contact_id = p.id AND t.at > now() ORDER BY t.at LIMIT 1`
			: Prisma.sql`SELECT a.subject, a.at FROM activity a
				WHERE a.user_id = c.user_id AND a.company_id = c.id AND a.at > now() ORDER BY a.at LIMIT 1`;
	return Prisma.sql`(
		SELECT json_build_object('title', n.title, 'dueOn', n.due_on, 'dueTime', n.due_time, 'at', n.at, 'isOverdue', n.due_on < ${today(timeZone)}) FROM (
			(SELECT f.title, f.due_on, left(f.due_time::text, 5) AS due_time, NULL::timestamptz AS at, f.due_on AS day FROM follow_up f
			 WHERE ${follow} AND f.done_at IS NULL ORDER BY ${inOrder} LIMIT 1)
			UNION ALL
			(SELECT w.subject, NULL, NULL, w.at, (w.at AT TIME ZONE ${timeZone})::date FROM (${planned}) w)
		) n ORDER BY n.day, n.at NULLS FIRST LIMIT 1
	)`;
};

/** What a card says of a company or a contact, by one statement; null where there is none. */
export async function readNameCard(
	userId: UserId,
	{ kind, id }: z.output<typeof namedRecord>,
): Promise<ShownNameCard | null> {
	await settleContacts(userId);
	const settings = await getSettings(userId);
	return kind === 'contact' ? contactCard(userId, id, settings) : companyCard(userId, id, settings);
}

type Style = { locale: string; timeZone: string };

async function contactCard(userId: UserId, id: string, style: Style): Promise<ShownNameCard | null> {
	const [found] = await readPrepared<(PersonRow & { next: Next | null })[]>`
		SELECT ${personLineColumns}, ${nextWith('contact', 'p', style.timeZone)} AS next FROM contact p
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id
		WHERE p.user_id = ${userId}::uuid AND p.id = ${id}::uuid`;
	if (!found) return null;
	const { name, jobTitle, badge, lastContact, isQuiet, phones } = presentPerson(found, found.companyId, style);
	return {
		name,
		about: jobTitle,
		badge,
		at: { text: found.companyName, isName: true },
		lastContact,
		isQuiet,
		next: presentNext(found.next, style),
		phone: phones[0] ?? null,
	};
}

type CompanyCardRow = {
	name: string;
	industry: string | null;
	phone: string | null;
	phoneLabel: string | null;
	contacts: number;
	openDeals: number;
	lastContactAt: Date | null;
	next: Next | null;
};

async function companyCard(userId: UserId, id: string, style: Style): Promise<ShownNameCard | null> {
	const [found] = await readPrepared<CompanyCardRow[]>`
		SELECT c.name, c.industry, c.phone, c.phone_label AS "phoneLabel", s.contacts, s.open_deals AS "openDeals",
			s.last_contact_at AS "lastContactAt", ${nextWith('company', 'c', style.timeZone)} AS next
		FROM company c JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id
		WHERE c.user_id = ${userId}::uuid AND c.id = ${id}::uuid`;
	if (!found) return null;
	const { name, industry, phone, phoneLabel, contacts, openDeals, lastContactAt: last } = found;
	const text = countedList([
		[contacts, 'contact', 'contacts'],
		[openDeals, 'open deal', 'open deals'],
	]);
	const days = last && { ago: daysAgo(daysSince(last, style.timeZone)), day: formatDay(last, style) };
	return {
		name,
		about: industry,
		badge: null,
		at: text ? { text, isName: false } : null,
		lastContact: days,
		isQuiet: false,
		next: presentNext(found.next, style),
		phone: phone === null ? null : { value: phone, label: phoneLabel },
	};
}

const daysSince = (instant: Date, timeZone: string) =>
	daysBetween(dayIn(instant, timeZone), dayIn(new Date(), timeZone));

function presentNext(next: Next | null, style: Style): ShownNameCard['next'] {
	if (!next) return null;
	const { title, dueOn, dueTime, at, isOverdue } = next;
	if (at) return { title, when: formatMoment(new Date(at), style), isOverdue: false };
	if (!dueOn) return { title, when: '', isOverdue: false };
	const late = daysBetween(dueOn, dayIn(new Date(), style.timeZone));
	return {
		title,
		when: isOverdue ? `${counted(late, 'day', 'days')} overdue` : `due ${formatDue(dueOn, dueTime, style)}`,
		isOverdue,
	};
}
