import 'server-only';
import { findCompanyOptions, nameCompanies } from '@/features/companies/server/company-queries';
import { findContactOptions } from '@/features/contacts/server/contact-option-queries';
import { findDealOptions } from '@/features/deals/server/deal-queries';
import type { LinkOption } from '@/features/follow-ups/schema';
import type { UserId } from '@/lib/auth/session';

/** The number of companies, of contacts and of deals that are offered. */
const maxOfEachKind = 5;

/** Companies, contacts and deals whose names fit a text, for the picker of a follow-up; or one company with its own. */
export async function findLinkOptions(
	userId: UserId,
	{ q, companyId }: { q: string; companyId?: string | undefined },
): Promise<LinkOption[]> {
	const [companies, contacts, deals] = await Promise.all([
		companyId ? nameCompanies(userId, [companyId]) : findCompanyOptions(userId, q),
		findContactOptions(userId, { q, companyId }),
		findDealOptions(userId, { q, companyId }),
	]);
	return [
		...companies
			.slice(0, maxOfEachKind)
			.map(({ id, name }): LinkOption => ({ id, name, kind: 'company', about: 'Company' })),
		...contacts.slice(0, maxOfEachKind).map(({ id, name, companyName, hasLeft }): LinkOption => {
			return { id, name, kind: 'contact', about: hasLeft ? `${companyName} · Left` : companyName };
		}),
		...deals
			.slice(0, maxOfEachKind)
			.map(({ id, name, companyName }): LinkOption => ({ id, name, kind: 'deal', about: `Deal · ${companyName}` })),
	];
}
