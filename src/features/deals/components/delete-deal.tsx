'use client';

import { useRouter } from 'next/navigation';
import { DeleteDialog } from '@/components/form/delete-dialog';
import { deleteDeal } from '../actions';

/** Asks and deletes a deal. */
export function DeleteDeal({ id, name }: { id: string; name: string }) {
	const router = useRouter();
	return (
		<DeleteDialog
			title={`Delete ${name}?`}
			done={`Deleted ${name}`}
			action={() => deleteDeal({ id })}
			onDeleted={() => router.push('/deals')}
			confirm="Delete deal"
		>
			Its path through the stages goes with it; what was said about it stays with the company.
		</DeleteDialog>
	);
}
