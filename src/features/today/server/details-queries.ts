import 'server-only';
import type { z } from 'zod';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import { type BriefSubject, listLastTouches, listPromises } from '@/features/brief/server/brief-queries';
import { type PersonRow, personLineColumns, presentPerson } from '@/features/contacts/server/person-lines';
import { readSignals } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import {
	type EntryDetails,
	presentDeal,
	presentPromises,
	presentTouches,
	type SubjectDeal,
	withChats,
} from '../entry-details';
import type { entryRecords } from '../schema';

/** What one needs to know before a call: who it is, what was said last, what both sides promised, and the deal. */
export async function readEntryDetails(
	userId: UserId,
	{ companyId, contactId, dealId }: z.output<typeof entryRecords>,
): Promise<EntryDetails> {
	await settleContacts(userId);
	const settings = await getSettings(userId);
	const subject = await findSubject(userId, { companyId, contactId, dealId });
	const [people, promises, touches, found] = await Promise.all([
		contactId ? findPerson(userId, contactId) : [],
		subject ? listPromises(userId, subject, new Date()) : [],
		subject ? listLastTouches(userId, subject) : [],
		dealId ? readSignals(userId, dealId, settings) : null,
	]);
	const [person] = people;
	return {
		person: person ? withChats(presentPerson(person, person.companyId, settings), settings) : null,
		touches: presentTouches(touches, settings),
		...presentPromises(promises, settings),
		deal: subject?.deal ? presentDeal(subject.deal, found?.signals ?? [], settings) : null,
	};
}

type Subject = BriefSubject & { deal: SubjectDeal | null };

/** The company, and the deal, as far as they are the account's. */
async function findSubject(
	userId: UserId,
	{ companyId, contactId, dealId }: z.output<typeof entryRecords>,
): Promise<Subject | null> {
	const [found] = await readPrepared<{ company: Subject['company']; deal: SubjectDeal | null }[]>`
		SELECT json_build_object('id', c.id, 'name', c.name) AS company,
			CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'name', d.name, 'value', d.value::text,
				'currency', d.currency, 'stage', d.stage, 'expectedCloseOn', d.expected_close_on) END AS deal
		FROM (
			SELECT coalesce(
				(SELECT d.company_id FROM deal d WHERE d.user_id = ${userId}::uuid AND d.id = ${dealId ?? null}::uuid),
				(SELECT p.company_id FROM contact p WHERE p.user_id = ${userId}::uuid AND p.id = ${contactId ?? null}::uuid),
				${companyId ?? null}::uuid
			) AS id
		) of
		JOIN company c ON c.user_id = ${userId}::uuid AND c.id = of.id
		LEFT JOIN deal d ON d.user_id = ${userId}::uuid AND d.id = ${dealId ?? null}::uuid`;
	return found ? { ...found, meeting: null, lastMeeting: null, lastContactAt: null } : null;
}

const findPerson = (userId: UserId, id: string) => readPrepared<PersonRow[]>`
	SELECT ${personLineColumns} FROM contact p
	JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
	JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id
	WHERE p.user_id = ${userId}::uuid AND p.id = ${id}::uuid`;
