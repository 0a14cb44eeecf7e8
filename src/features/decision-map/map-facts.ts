import { type AuthorityLevel, authorityLabels, dueDay, outOfTouchDays, type Rhythm } from '@/features/contacts/schema';
import { type DealRole, roleNames } from '@/features/deals/schema';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import type { MapNode } from './map-layout';
import { type Freshness, freshnessNames, type MapFacts, type MapRole } from './map-words';

// What the decision map says of a contact: the same in its picture and in its list.

/** A contact as the decision map has them; days are YYYY-MM-DD. */
export type MappedContact = {
	id: string;
	name: string;
	jobTitle: string | null;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	rhythm: Rhythm | null;
	leftOn: string | null;
	reportsToId: string | null;
	lastContactAt: Date | null;
	/** Their roles in the open deals with the company. */
	roles: { dealId: string; deal: string; role: DealRole }[];
};

/** What is said of a contact; `today` is the user's. */
export function factsOf(contact: MappedContact, today: string, timeZone: string): MapFacts {
	const { id, name, jobTitle, roles, leftOn } = contact;
	const last = contact.lastContactAt && dayIn(contact.lastContactAt, timeZone);
	const freshness = freshnessOf({ last, rhythm: contact.rhythm, today });
	const [first] = roles;
	return {
		id,
		name,
		jobTitle,
		role: first?.role ?? authorityRole(contact),
		roleText: leftOn ? 'Left' : first ? roleNames[first.role] : authorityText(contact),
		hasLeft: leftOn !== null,
		freshness: leftOn ? null : freshness,
		contactText: last ? ago(daysBetween(last, today)) : freshnessNames.never,
		deals: roles.map(({ dealId, deal, role }) => ({ id: dealId, name: deal, role: roleNames[role] })),
	};
}

type Authority = { isDecisionMaker: boolean; authorityLevel: AuthorityLevel | null };

function authorityRole({ isDecisionMaker, authorityLevel }: Authority): MapRole {
	if (!isDecisionMaker) return 'none';
	return authorityLevel === 'influencer' ? 'influencer' : 'decision_maker';
}

function authorityText({ isDecisionMaker, authorityLevel }: Authority): string {
	if (!isDecisionMaker) return '';
	return authorityLevel ? `Decision maker · ${authorityLabels[authorityLevel]}` : 'Decision maker';
}

/** By their own rhythm where they have one, otherwise by the days after which decision makers count as out of touch. */
function freshnessOf({
	last,
	rhythm,
	today,
}: {
	last: string | null;
	rhythm: Rhythm | null;
	today: string;
}): Freshness {
	if (!last) return 'never';
	const isQuiet = rhythm ? dueDay(last, rhythm) < today : daysBetween(last, today) >= outOfTouchDays;
	return isQuiet ? 'quiet' : 'fresh';
}

function ago(days: number): string {
	if (days <= 0) return 'Today';
	return days === 1 ? 'Yesterday' : `${days.toLocaleString('en')} days ago`;
}

/** Contacts by whom they report to; whose manager isn't among them stands at the top. Nobody is lost, even in a cycle. */
export function treeOf(contacts: { id: string; reportsToId: string | null }[]): MapNode[] {
	const nodes = new Map(contacts.map(({ id }): [string, MapNode] => [id, { id, reports: [] }]));
	const managers = new Map(contacts.map(({ id, reportsToId }) => [id, reportsToId]));
	const roots: MapNode[] = [];
	for (const { id, reportsToId } of contacts) {
		const node = nodes.get(id);
		const manager = reportsToId && !isAbove(id, reportsToId, managers) ? nodes.get(reportsToId) : undefined;
		if (node) (manager?.reports ?? roots).push(node);
	}
	return roots;
}

/** Whether somebody is above another, who is above them. */
function isAbove(id: string, start: string, managers: Map<string, string | null>): boolean {
	const seen = new Set<string>();
	for (let at: string | null | undefined = start; at && !seen.has(at); at = managers.get(at)) {
		if (at === id) return true;
		seen.add(at);
	}
	return false;
}
