'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { DeleteDialog } from '@/components/form/delete-dialog';
import { deleteActivity } from '../actions';

/** Asks and deletes an activity; leads back to whose it was. */
export function DeleteActivity({ id, subject, back }: { id: string; subject: string; back: Route }) {
	const router = useRouter();
	return (
		<DeleteDialog
			title={`Delete ${subject}?`}
			done={`Deleted ${subject}`}
			action={() => deleteActivity({ id })}
			onDeleted={() => router.push(back)}
			confirm="Delete activity"
		>
			Follow-ups that were made of it stay.
		</DeleteDialog>
	);
}
