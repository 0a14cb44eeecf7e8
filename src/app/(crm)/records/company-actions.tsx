import { Button } from '@/components/ui/button';
import { MergeIcon, PlusIcon, UserRoundIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import {
	companyBriefPath,
	companyErasePath,
	companyHistoryPath,
	companyMergePath,
	companyPath,
	newContactPath,
	newDealPath,
} from '@/domain/paths';
import { DeleteCompany } from '@/features/companies/components/delete-company';
import type { Company } from '@/features/companies/server/company-queries';
import { EraseItem } from './erase-item';
import { RecordActions } from './record-actions';

/** What can be done with a company. */
export function CompanyActions({ company: { id, name, counts } }: { company: Company }) {
	return (
		<RecordActions
			name={name}
			path={companyPath(id)}
			historyPath={companyHistoryPath(id)}
			briefPath={companyBriefPath(id)}
			items={
				<>
					<Button asChild variant="ghost">
						<Link href={newContactPath(id)}>
							<UserRoundIcon /> New contact
						</Link>
					</Button>
					<Button asChild variant="ghost">
						<Link href={companyMergePath(id)}>
							<MergeIcon /> Merge…
						</Link>
					</Button>
				</>
			}
			removal={
				<>
					<DeleteCompany id={id} name={name} counts={counts} />
					<EraseItem href={companyErasePath(id)} />
				</>
			}
		>
			<Button asChild size="sm" variant="outline">
				<Link href={newDealPath({ companyId: id })}>
					<PlusIcon /> New deal
				</Link>
			</Button>
		</RecordActions>
	);
}
