'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { useSelection } from '@/components/list/selection';
import { BulkFieldPicker } from '@/features/fields/components/bulk-field-picker';
import { counted } from '@/lib/text/counted';
import { deleteDeals } from '../actions';

/** What can be done with all selected deals. */
export function DealBulk() {
	const { ids, clear } = useSelection();
	const deals = counted(ids.length, 'deal', 'deals');
	return (
		<>
			<BulkFieldPicker kind="deal" ids={ids} noun={deals} onDone={clear} />
			<DeleteButton
				title={`Delete ${deals}?`}
				done={`Deleted ${deals}`}
				action={() => deleteDeals({ ids })}
				onDeleted={clear}
				confirm={`Delete ${deals}`}
			>
				Their paths through the stages go with them; what was said about them stays with the companies.
			</DeleteButton>
		</>
	);
}
