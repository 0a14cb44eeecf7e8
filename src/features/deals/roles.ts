import type { AuthorityLevel } from '@/features/contacts/schema';

/** What a contact can be in a deal. */
export const dealRoles = ['decision_maker', 'champion', 'influencer', 'user', 'blocker'] as const;

export type DealRole = (typeof dealRoles)[number];

export const roleNames: Record<DealRole, string> = {
	decision_maker: 'Decision maker',
	champion: 'Champion',
	influencer: 'Influencer',
	user: 'User',
	blocker: 'Blocker',
};

/** The role that what is known of a contact suggests; null if nothing does. */
export function suggestedRole(contact: {
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
}): DealRole | null {
	if (!contact.isDecisionMaker) return null;
	return contact.authorityLevel === 'influencer' ? 'influencer' : 'decision_maker';
}
