'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { useSelection } from '@/components/list/selection';
import { BulkFieldPicker } from '@/features/fields/components/bulk-field-picker';
import { counted } from '@/lib/text/counted';
import { deleteActivities } from '../actions';

/** What can be done with all selected activities. */
export function ActivityBulk() {
	const { ids, clear } = useSelection();
	const activities = counted(ids.length, 'activity', 'activities');
	return (
		<>
			<BulkFieldPicker kind="activity" ids={ids} noun={activities} onDone={clear} />
			<DeleteButton
				title={`Delete ${activities}?`}
				done={`Deleted ${activities}`}
				action={() => deleteActivities({ ids })}
				onDeleted={clear}
				confirm={`Delete ${activities}`}
			>
				Follow-ups that were made of them stay.
			</DeleteButton>
		</>
	);
}
