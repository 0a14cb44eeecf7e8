import 'server-only';
import type { NamedRecord } from '@/domain/named-record';
import { settleContacts } from '@/domain/settle-contacts';
import type { ActivityType } from '@/features/activities/schema';
import type { AuthorityLevel } from '@/features/contacts/schema';
import type { DealRole } from '@/features/deals/schema';
import { inOrder } from '@/features/follow-ups/server/follow-up-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';

/** What a brief prepares for: a meeting, or one about a company or a deal that is not planned yet. */
export type BriefOf = { companyId: string } | { dealId: string } | { meetingId: string };

/** What a brief is about. */
export type BriefSubject = {
	company: NamedRecord;
	deal: NamedRecord | null;
	meeting: { id: string; subject: string; at: Date; durationMinutes: number | null; description: string | null } | null;
	/** The last meeting before it, and the last contact of any kind. */
	lastMeeting: { id: string; subject: string; at: Date } | null;
	lastContactAt: Date | null;
};

const idOf = (of: BriefOf) => ('companyId' in of ? of.companyId : 'dealId' in of ? of.dealId : of.meetingId);

/** What a brief is about, or null where that is not the account's, or no meeting. */
export async function findBriefSubject(userId: UserId, of: BriefOf): Promise<BriefSubject | null> {
	const subject =
		'companyId' in of
			? Prisma.sql`SELECT c.id AS company_id, NULL::uuid AS deal_id, NULL::uuid AS meeting_id, 'infinity'::timestamptz AS at
				FROM company c WHERE c.user_id = ${userId}::uuid AND c.id = ${idOf(of)}::uuid`
			: 'dealId' in of
				? Prisma.sql`SELECT d.company_id, d.id AS deal_id, NULL::uuid AS meeting_id, 'infinity'::timestamptz AS at
					FROM deal d WHERE d.user_id = ${userId}::uuid AND d.id = ${idOf(of)}::uuid`
				: Prisma.sql`SELECT a.company_id, a.deal_id, a.id AS meeting_id, a.at
					FROM activity a WHERE a.user_id = ${userId}::uuid AND a.id = ${idOf(of)}::uuid AND a.type = 'meeting'`;
	const [found] = await read<
		{
			company: NamedRecord;
			deal: NamedRecord | null;
			meeting: (Omit<NonNullable<BriefSubject['meeting']>, 'at'> & { at: string }) | null;
			last: { id: string; subject: string; at: string } | null;
			lastContactAt: Date | null;
		}[]
	>`
		SELECT json_build_object('id', c.id, 'name', c.name) AS company,
			(SELECT json_build_object('id', d.id, 'name', d.name) FROM deal d WHERE d.user_id = c.user_id AND d.id = s.deal_id) AS deal,
			(SELECT json_build_object('id', m.id, 'subject', m.subject, 'at', m.at, 'durationMinutes', m.duration_minutes,
				'description', m.description) FROM activity m WHERE m.user_id = c.user_id AND m.id = s.meeting_id) AS meeting,
			(SELECT json_build_object('id', l.id, 'subject', l.subject, 'at', l.at) FROM activity l
			 WHERE l.user_id = c.user_id AND l.company_id = c.id AND l.type = 'meeting' AND l.at <= now() AND l.at < s.at
				AND l.id IS DISTINCT FROM s.meeting_id
			 ORDER BY l.at DESC LIMIT 1) AS last,
			(SELECT t.last_contact_at FROM company_stats t WHERE t.user_id = c.user_id AND t.company_id = c.id) AS "lastContactAt"
		FROM (${subject}) s JOIN company c ON c.user_id = ${userId}::uuid AND c.id = s.company_id`;
	if (!found) return null;
	const { meeting, last, ...rest } = found;
	return {
		...rest,
		meeting: meeting && { ...meeting, at: new Date(meeting.at) },
		lastMeeting: last && { ...last, at: new Date(last.at) },
	};
}

/** Somebody whom a brief names. */
export type BriefPerson = NamedRecord & {
	company: NamedRecord;
	jobTitle: string | null;
	phone: string | null;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	/** Their role in the brief's deal. */
	role: DealRole | null;
	lastContactAt: Date | null;
	/** Whether they take part in the meeting, or the deal. */
	takesPart: boolean;
};

/** How many contacts are named of those who don't take part. */
const maxOthers = 8;

/**
 * Who takes part in the brief's meeting, or its deal; and the first decision makers of its company. Of a company alone, its first
 * contacts.
 */
export async function listBriefPeople(
	userId: UserId,
	{ company, deal, meeting }: BriefSubject,
): Promise<BriefPerson[]> {
	await settleContacts(userId);
	const dealId = deal?.id ?? null;
	const ids = meeting
		? Prisma.sql`SELECT w.contact_id FROM activity_person w WHERE w.user_id = ${userId}::uuid AND w.activity_id = ${meeting.id}::uuid`
		: Prisma.sql`SELECT w.contact_id FROM deal_person w WHERE w.user_id = ${userId}::uuid AND w.deal_id = ${dealId}::uuid`;
	// of a company alone, whoever is known
	const rank = meeting || deal ? 4 : 5;
	return read`
		WITH taking_part AS MATERIALIZED (${ids}), named AS (
			SELECT contact_id AS id, true AS takes_part FROM taking_part
			UNION ALL (
				SELECT k.id, false FROM contact k
				WHERE k.user_id = ${userId}::uuid AND k.company_id = ${company.id}::uuid AND k.authority_rank < ${rank}::int
					AND k.id NOT IN (SELECT contact_id FROM taking_part)
				ORDER BY k.authority_rank, k.name_key, k.id LIMIT ${maxOthers}::bigint
			)
		)
		SELECT p.id, p.name, json_build_object('id', c.id, 'name', c.name) AS company, p.job_title AS "jobTitle", p.phone,
			p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", t.role,
			s.last_contact_at AS "lastContactAt", n.takes_part AS "takesPart"
		FROM named n JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = n.id
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id
		LEFT JOIN deal_person t ON t.user_id = p.user_id AND t.deal_id = ${dealId}::uuid AND t.contact_id = p.id
		ORDER BY n.takes_part DESC, t.role NULLS LAST, p.authority_rank, p.name_key, p.id`;
}

/** A follow-up as a promise: what, for whom, until when, and when it was kept. Days are YYYY-MM-DD. */
export type Promised = {
	id: string;
	title: string;
	dueOn: string | null;
	/** HH:mm */
	dueTime: string | null;
	doneAt: Date | null;
	/** Whether they promised it to us. */
	isTheirs: boolean;
	contact: string | null;
	deal: string | null;
};

const maxPromises = 20;

/** What is open, in the order in which it is due, and what was done since an instant, the last first. */
export async function listPromises(userId: UserId, { company, deal }: BriefSubject, since: Date): Promise<Promised[]> {
	const whose = deal ? Prisma.sql`f.deal_id = ${deal.id}::uuid` : Prisma.sql`f.company_id = ${company.id}::uuid`;
	const some = (condition: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`(
		SELECT f.* FROM follow_up f WHERE f.user_id = ${userId}::uuid AND ${whose} AND ${condition}
		ORDER BY ${order} LIMIT ${maxPromises}::bigint)`;
	return read`
		SELECT f.id, f.title, f.due_on::text AS "dueOn", left(f.due_time::text, 5) AS "dueTime",
			f.done_at AS "doneAt", f.is_theirs IS TRUE AS "isTheirs", p.name AS contact, d.name AS deal
		FROM (
			${some(Prisma.sql`f.done_at IS NULL`, inOrder)}
			UNION ALL ${some(Prisma.sql`f.done_at > ${since}`, Prisma.sql`f.done_at DESC, f.id`)}
		) f
		LEFT JOIN contact p ON p.user_id = f.user_id AND p.id = f.contact_id
		LEFT JOIN deal d ON d.user_id = f.user_id AND d.id = f.deal_id
		ORDER BY f.done_at DESC NULLS FIRST, ${inOrder}`;
}

/** A call, an email or a meeting, with what was said. */
export type Touch = {
	id: string;
	type: ActivityType;
	subject: string;
	at: Date;
	description: string | null;
	outcome: string | null;
	nextSteps: string | null;
	people: string[];
};

/** How many calls, emails and meetings a brief tells of. */
const shownTouches = 3;

/** The last calls, emails and meetings: of a deal those about it or about no deal, of a company all of them. */
export async function listLastTouches(userId: UserId, { company, deal, meeting }: BriefSubject): Promise<Touch[]> {
	const about = deal ? Prisma.sql`AND (a.deal_id = ${deal.id}::uuid OR a.deal_id IS NULL)` : Prisma.empty;
	return readPrepared`
		SELECT a.id, a.type, a.subject, a.at, a.description, a.outcome, a.next_steps AS "nextSteps", (
			SELECT coalesce(json_agg(p.name ORDER BY p.name_key), '[]') FROM activity_person w
			JOIN contact p ON p.user_id = w.user_id AND p.id = w.contact_id
			WHERE w.user_id = a.user_id AND w.activity_id = a.id
		) AS people
		FROM activity a
		WHERE a.user_id = ${userId}::uuid AND a.company_id = ${company.id}::uuid AND a.type <> 'note' AND a.at <= now()
			AND a.id IS DISTINCT FROM ${meeting?.id ?? null}::uuid ${about}
		ORDER BY a.at DESC, a.id DESC LIMIT ${shownTouches}::bigint`;
}

/** The most contacts and deals of a company whose changes are looked at. */
const maxRecords = 200;

/** The records whose changes matter to a brief: the company, its contacts and its deals, or the brief's deal alone. */
export async function listBriefRecords(userId: UserId, { company, deal }: BriefSubject): Promise<string[]> {
	const deals = deal
		? Prisma.sql`(SELECT d.id FROM deal d WHERE d.user_id = ${userId}::uuid AND d.id = ${deal.id}::uuid)`
		: Prisma.sql`(SELECT d.id FROM deal d WHERE d.user_id = ${userId}::uuid AND d.company_id = ${company.id}::uuid
			ORDER BY d.updated_at DESC LIMIT ${maxRecords}::bigint)`;
	const rows = await read<{ id: string }[]>`
		SELECT c.id FROM company c WHERE c.user_id = ${userId}::uuid AND c.id = ${company.id}::uuid
		UNION ALL (SELECT p.id FROM contact p WHERE p.user_id = ${userId}::uuid AND p.company_id = ${company.id}::uuid
			ORDER BY p.authority_rank, p.name_key, p.id LIMIT ${maxRecords}::bigint)
		UNION ALL ${deals}`;
	return rows.map(({ id }) => id);
}
