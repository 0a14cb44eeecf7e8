'use client';

import { useRouter } from 'next/navigation';
import { DeleteDialog } from '@/components/form/delete-dialog';
import { companyPath } from '@/lib/paths';
import { deleteContact } from '../actions';

/** Asks and deletes a contact. */
export function DeleteContact({ id, name, companyId }: { id: string; name: string; companyId: string }) {
	const router = useRouter();
	return (
		<DeleteDialog
			title={`Delete ${name}?`}
			done={`Deleted ${name}`}
			action={() => deleteContact({ id })}
			onDeleted={() => router.push(companyPath(companyId))}
			confirm="Delete contact"
		>
			What was said and agreed with this person stays with the company.
		</DeleteDialog>
	);
}
