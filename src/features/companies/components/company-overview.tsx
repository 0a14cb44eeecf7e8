import type { ReactNode } from 'react';
import { MetadataCard } from '@/components/form/metadata-card';
import { RecordOverview } from '@/components/layout/record-overview';
import { getSettings } from '@/features/account/queries';
import { formatDay } from '@/lib/dates';
import { metadataTexts } from '@/lib/metadata';
import { requireUserId } from '@/lib/session';
import { editCompanyMetadata } from '../actions';
import type { Company } from '../queries';

/** What matters of a company, its notes and its own fields. */
export async function CompanyOverview({ company, children }: { company: Company; children: ReactNode }) {
	const settings = await getSettings(await requireUserId());
	return (
		<RecordOverview
			notes={company.notes}
			created={formatDay(company.createdAt, settings)}
			updated={formatDay(company.updatedAt, settings)}
			fields={
				<MetadataCard
					id={company.id}
					version={company.version}
					pairs={metadataTexts(company.metadata)}
					save={editCompanyMetadata}
				/>
			}
		>
			{children}
		</RecordOverview>
	);
}
