import type { RecordNoun } from './named-record';
import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';

/** What a record can belong to. */
export type RecordLinks = Record<'companyId' | 'contactId' | 'dealId' | 'activityId', string | null>;

const elsewhere: Record<Exclude<RecordNoun, 'company'>, string> = {
	contact: 'This contact works at another company. Choose one of the same company.',
	deal: 'This deal is with another company. Choose one of the same company.',
	activity: 'This activity is with another company. Choose one of the same company.',
};

/**
 * The records that a record belongs to. Its company is the chosen one, otherwise that of the deal, contact or activity. Refuses
 * records that are gone or are of different companies, unless the link existed before (`present`) and its record has moved
 * since. Locks the records, so that none is deleted meanwhile.
 */
export async function findLinks(
	tx: Tx,
	userId: UserId,
	chosen: Partial<RecordLinks>,
	present?: Partial<RecordLinks>,
): Promise<RecordLinks> {
	const { contactId = null, dealId = null, activityId = null } = chosen;
	const links = { contactId, dealId, activityId };
	const companyId = chosen.companyId ?? (await companyOf(tx, userId, links));
	return lockLinks(tx, userId, { companyId, ...links }, (noun, company) => {
		const stays = present?.companyId === companyId && present?.[`${noun}Id`] === links[`${noun}Id`];
		if (company !== companyId && !stays) refuseField({ [`${noun}Id`]: elsewhere[noun] });
	});
}

/** Contacts of any company in the given order, locked so that none is deleted meanwhile. Refuses the form's field if one is gone. */
export async function lockPeople(
	tx: Tx,
	userId: UserId,
	ids: string[],
	field = 'people',
): Promise<{ id: string; companyId: string }[]> {
	if (ids.length === 0) return [];
	const locked = await tx.$queryRaw<{ id: string; companyId: string }[]>`
		SELECT id, company_id AS "companyId" FROM contact
		WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR KEY SHARE`;
	return ids.map(
		(each) =>
			locked.find(({ id }) => id === each) ??
			refuseField({ [field]: 'This contact no longer exists. Select another.' }),
	);
}

/** Locks records, and refuses those that are gone. The company first, as its deletion does, so that the two can't deadlock. */
export async function lockLinks(
	tx: Tx,
	userId: UserId,
	links: RecordLinks,
	check?: (noun: keyof typeof elsewhere, companyId: string) => void,
): Promise<RecordLinks> {
	for (const noun of ['company', 'contact', 'deal', 'activity'] as const) {
		const id = links[`${noun}Id`];
		if (!id) continue;
		const company = Prisma.raw(noun === 'company' ? 'id' : 'company_id');
		const [locked] = await tx.$queryRaw<{ company: string }[]>`
			SELECT ${company} AS company FROM ${Prisma.raw(noun)}
			WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR KEY SHARE`;
		if (!locked) return refuseGone(noun);
		if (noun !== 'company') check?.(noun, locked.company);
	}
	return links;
}

/** Locks a deal's company before the deal, as a deletion of the company does, so that the two never wait for each other. */
export async function lockCompanyOf(tx: Tx, userId: UserId, dealId: string): Promise<void> {
	await tx.$executeRaw`
		SELECT FROM company WHERE user_id = ${userId}::uuid AND id = (
			SELECT company_id FROM deal WHERE user_id = ${userId}::uuid AND id = ${dealId}::uuid
		) FOR KEY SHARE`;
}

async function companyOf(tx: Tx, userId: UserId, links: Omit<RecordLinks, 'companyId'>): Promise<string | null> {
	const noun = (['deal', 'contact', 'activity'] as const).find((each) => links[`${each}Id`]);
	if (!noun) return null;
	const [found] = await tx.$queryRaw<{ company: string }[]>`
		SELECT company_id AS company FROM ${Prisma.raw(noun)}
		WHERE user_id = ${userId}::uuid AND id = ${links[`${noun}Id`]}::uuid`;
	return found?.company ?? refuseGone(noun);
}

function refuseGone(noun: RecordNoun): never {
	return refuseField({ [`${noun}Id`]: `This ${noun} no longer exists. Choose another.` });
}
