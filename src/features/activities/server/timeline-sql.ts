import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';

/** Whose timeline it is. */
export type TimelineOwner = {
	companyId?: string | undefined;
	contactId?: string | undefined;
	dealId?: string | undefined;
};

const nouns = ['company', 'contact', 'deal'] as const;

/** Where the activities `o` and the deals `d` of a record's timeline are found. */
export type TimelineSource = {
	record: Prisma.Sql;
	recordId: string;
	/** The table of `o`, its column with the activity's id, and what is true for the record's. */
	activities: Prisma.Sql;
	activityId: Prisma.Sql;
	isTheirs: Prisma.Sql;
	/** Whether an activity `a` is one of them. */
	owns: Prisma.Sql;
	deals: Prisma.Sql;
	areTheirs: Prisma.Sql;
};

/** Whether a timeline belongs to any record. */
export function hasRecord(whose: TimelineOwner): boolean {
	return nouns.some((noun) => whose[`${noun}Id`]);
}

/** Where a timeline's entries are, by whom it belongs to: those of a contact are where they took part. */
export function timelineOf(userId: UserId, whose: TimelineOwner): TimelineSource {
	const noun = nouns.find((each) => whose[`${each}Id`]) ?? 'company';
	const recordId = whose[`${noun}Id`] ?? '';
	const column = Prisma.raw(`${noun}_id`);
	const id = Prisma.sql`${recordId}::uuid`;
	const ofContact = noun === 'contact';
	const isTheirs = Prisma.sql`o.user_id = ${userId}::uuid AND o.${column} = ${id}`;
	const owner = { company: Prisma.sql`d.company_id`, contact: Prisma.sql`t.contact_id`, deal: Prisma.sql`d.id` }[noun];
	return {
		...{ record: Prisma.raw(noun), recordId, isTheirs },
		activities: Prisma.raw(ofContact ? 'activity_person' : 'activity'),
		activityId: Prisma.raw(ofContact ? 'activity_id' : 'id'),
		owns: ofContact
			? Prisma.sql`EXISTS (SELECT FROM activity_person o WHERE ${isTheirs} AND o.activity_id = a.id)`
			: Prisma.sql`a.${column} = ${id}`,
		deals: ofContact
			? Prisma.sql`deal_person t JOIN deal d ON d.user_id = t.user_id AND d.id = t.deal_id`
			: Prisma.sql`deal d`,
		areTheirs: Prisma.sql`d.user_id = ${userId}::uuid AND ${owner} = ${id}`,
	};
}
