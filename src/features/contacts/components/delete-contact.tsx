'use client';

import { DeleteDialog } from '@/components/form/delete-dialog';
import { said } from '@/components/form/said';
import { useLeave } from '@/components/form/use-leave';
import { companyPath } from '@/domain/paths';
import { deleteContact } from '../actions';

/** Asks and deletes a contact. */
export function DeleteContact({ id, name, companyId }: { id: string; name: string; companyId: string }) {
	const leave = useLeave();
	return (
		<DeleteDialog
			title={said`Delete ${name}?`}
			done={said`Deleted ${name}`}
			action={() => deleteContact({ id })}
			onDeleted={() => leave(companyPath(companyId))}
			confirm="Delete contact"
		>
			What was said and agreed with this person stays with the company.
		</DeleteDialog>
	);
}
