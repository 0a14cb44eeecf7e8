'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { useSelection } from '@/components/list/selection';
import { BulkFieldPicker } from '@/features/fields/components/bulk-field-picker';
import { BulkTagPicker } from '@/features/tags/components/bulk-tag-picker';
import { counted } from '@/lib/text/counted';
import { deleteContacts, tagContacts } from '../actions';

/** What can be done with all selected contacts. */
export function ContactBulk() {
	const { ids, clear } = useSelection();
	const contacts = counted(ids.length, 'contact', 'contacts');
	return (
		<>
			<BulkTagPicker ids={ids} noun={contacts} action={tagContacts} onDone={clear} />
			<BulkFieldPicker kind="contact" ids={ids} noun={contacts} onDone={clear} />
			<DeleteButton
				title={`Delete ${contacts}?`}
				done={`Deleted ${contacts}`}
				action={() => deleteContacts({ ids })}
				onDeleted={clear}
				confirm={`Delete ${contacts}`}
			>
				What was said and agreed with them stays with their companies.
			</DeleteButton>
		</>
	);
}
