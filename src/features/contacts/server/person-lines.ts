import 'server-only';
import type { PhoneNumber, ShownPerson } from '@/components/rail/shown-person';
import { authorityTones } from '@/components/ui/tones';
import type { Settings } from '@/features/account/server/account-queries';
import { dayIn, daysBetween, formatDay } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { type AuthorityLevel, authorityLabels, dueDay, outOfTouchDays, type Rhythm } from '../schema';

// A contact as a line of a rail: what is read of it, and how it is put in words. Deals read the same of their contacts.

/** A contact `p` with its company `c` and its stats `s`. Days are YYYY-MM-DD. */
export type PersonRow = {
	id: string;
	name: string;
	companyId: string;
	companyName: string;
	jobTitle: string | null;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	leftOn: string | null;
	rhythm: Rhythm | null;
	addedAt: Date;
	lastContactAt: Date | null;
	email: string | null;
	phones: PhoneNumber[];
};

/** The phone numbers of a contact `p`, the main one first, as JSON. */
export const phonesOfContact = Prisma.sql`(
	SELECT coalesce(json_agg(json_build_object('value', n.value, 'label', n.label) ORDER BY n.place, n.id), '[]') FROM (
		SELECT p.phone AS value, p.phone_label AS label, -1 AS place, NULL::uuid AS id WHERE p.phone IS NOT NULL
		UNION ALL
		SELECT o.value, o.label, o.place, o.id FROM contact_point o
		WHERE o.user_id = p.user_id AND o.contact_id = p.id AND o.kind = 'phone'
	) n
)`;

/** The columns of a `PersonRow`. */
export const personLineColumns = Prisma.sql`
	p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.job_title AS "jobTitle",
	p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", p.left_on::text AS "leftOn", s.rhythm,
	s.added_at AS "addedAt", s.last_contact_at AS "lastContactAt", p.email, ${phonesOfContact} AS phones`;

type Patience = {
	/** The days after which a decision maker was not contacted for too long. */
	days: number;
	/** Whether the contact is one of those; by default, whether they are marked as such. */
	decides?: boolean;
};

/**
 * A contact in words. `companyId` is the company of the rail. Too long is what the contact's "Stay in touch" says, and for a
 * decision maker so many days as well; who has left is not waited for.
 */
export function presentPerson(
	person: PersonRow,
	companyId: string,
	{ locale, timeZone }: Pick<Settings, 'locale' | 'timeZone'>,
	{ days: patience, decides = person.isDecisionMaker }: Patience = { days: outOfTouchDays },
): ShownPerson {
	const { id, name, jobTitle, phones, email, leftOn, rhythm, addedAt, lastContactAt } = person;
	const today = dayIn(new Date(), timeZone);
	const last = lastContactAt && dayIn(lastContactAt, timeZone);
	const days = last === null ? null : daysBetween(last, today);
	const isDue = rhythm !== null && dueDay(last ?? dayIn(addedAt, timeZone), rhythm) < today;
	return {
		id,
		name,
		jobTitle,
		phones,
		email,
		company: person.companyId === companyId ? null : { id: person.companyId, name: person.companyName },
		badge: badgeOf(person),
		lastContact:
			lastContactAt && days !== null
				? { ago: daysAgo(days), day: formatDay(lastContactAt, { locale, timeZone }) }
				: null,
		isQuiet: !leftOn && (isDue || (decides && (days === null || days >= patience))),
	};
}

/** What is known of somebody's authority, or that they have left. */
function badgeOf({
	isDecisionMaker,
	authorityLevel: level,
	leftOn,
}: Pick<PersonRow, 'isDecisionMaker' | 'authorityLevel' | 'leftOn'>): ShownPerson['badge'] {
	if (leftOn) return { text: 'Left', tone: 'border-border bg-transparent' };
	if (!isDecisionMaker) return null;
	if (!level) return { text: 'Decision maker', tone: undefined };
	return { text: `Decision maker · ${authorityLabels[level]}`, tone: authorityTones[level] };
}

/** So many of the user's days ago: "today", "yesterday", "23 days ago". */
export function daysAgo(days: number): string {
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${days.toLocaleString('en')} days ago`;
}
