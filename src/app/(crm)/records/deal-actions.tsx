import { dealBriefPath, dealHistoryPath, dealPath } from '@/domain/paths';
import { DeleteDeal } from '@/features/deals/form/delete-deal';
import type { Deal } from '@/features/deals/server/deal-queries';
import { RecordActions } from './record-actions';

/** What can be done with a deal. */
export function DealActions({ deal: { id, name } }: { deal: Deal }) {
	return (
		<RecordActions
			name={name}
			path={dealPath(id)}
			historyPath={dealHistoryPath(id)}
			briefPath={dealBriefPath(id)}
			removal={<DeleteDeal id={id} name={name} />}
		/>
	);
}
