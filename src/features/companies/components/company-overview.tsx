import type { ReactNode } from 'react';
import { RecordOverview } from '@/components/layout/record-overview';
import { getSettings } from '@/features/account/queries';
import { formatDay } from '@/lib/dates';
import { metadataTexts } from '@/lib/metadata';
import { requireUserId } from '@/lib/session';
import type { Company } from '../queries';
import { CompanyMetadata } from './company-metadata';

/** What matters of a company, its notes and its own fields. */
export async function CompanyOverview({ company, children }: { company: Company; children: ReactNode }) {
	const settings = await getSettings(await requireUserId());
	return (
		<RecordOverview
			notes={company.notes}
			created={formatDay(company.createdAt, settings)}
			updated={formatDay(company.updatedAt, settings)}
			fields={<CompanyMetadata id={company.id} version={company.version} pairs={metadataTexts(company.metadata)} />}
		>
			{children}
		</RecordOverview>
	);
}
