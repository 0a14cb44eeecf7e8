import type { ReactNode } from 'react';
import { RecordOverview } from '@/components/layout/record-overview';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { editCompanyMetadata } from '../actions';
import type { Company } from '../server/company-queries';

/** What matters of a company, its notes and its own fields. */
export async function CompanyOverview({ company, children }: { company: Company; children: ReactNode }) {
	const settings = await getSettings(await requireUserId());
	return (
		<RecordOverview record={company} settings={settings} save={editCompanyMetadata}>
			{children}
		</RecordOverview>
	);
}
