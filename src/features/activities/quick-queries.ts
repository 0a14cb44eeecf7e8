import 'server-only';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';

type Asked = Partial<Record<'companyId' | 'contactId' | 'dealId', string | undefined>>;
type Named = { id: string; name: string };

/** Whom something that is logged most likely belongs to. */
export type LikelyLinks = { company?: Named | undefined; contact?: Named | undefined; deal?: Named | undefined };

const named = { id: true, name: true } as const;
/** One more than a single one, to know whether there are others. */
const two = { take: 2, select: named };

/**
 * With whom and for which deal something is logged, as far as that is known: what was asked for, and beside it what there is
 * only one of. A deal brings its contact and a contact their only open deal; otherwise the company's only contact and its only
 * open deal are meant. Who has moved to another company since is no part of a deal's.
 */
export async function findLikelyLinks(userId: UserId, { companyId, contactId, dealId }: Asked): Promise<LikelyLinks> {
	const at = (id: string) => ({ where: { userId_id: { userId, id } } });
	const withCompany = { ...named, company: { select: named } };
	const [deal, asked, chosen] = await Promise.all([
		dealId
			? db.deal.findUnique({
					...at(dealId),
					select: { ...withCompany, contact: { select: { ...named, companyId: true } } },
				})
			: null,
		contactId ? db.contact.findUnique({ ...at(contactId), select: withCompany }) : null,
		companyId ? db.company.findUnique({ ...at(companyId), select: named }) : null,
	]);
	const company = deal?.company ?? asked?.company ?? chosen;
	if (!company) return {};
	const known = [asked && { ...asked, companyId: asked.company.id }, deal?.contact].find(
		(each) => each?.companyId === company.id,
	);
	const open = { userId, companyId: company.id, closedAt: null };
	const [contacts, theirs, deals] = await Promise.all([
		known ? [known] : db.contact.findMany({ where: { userId, companyId: company.id }, ...two }),
		deal || !known ? [] : db.deal.findMany({ where: { ...open, contactId: known.id }, ...two }),
		deal ? [deal] : db.deal.findMany({ where: open, ...two }),
	]);
	return {
		company: only([company]),
		contact: only(contacts),
		deal: only(theirs.length > 0 ? theirs : deals),
	};
}

function only(found: Named[]): Named | undefined {
	const [first, ...others] = found;
	return first && others.length === 0 ? { id: first.id, name: first.name } : undefined;
}
