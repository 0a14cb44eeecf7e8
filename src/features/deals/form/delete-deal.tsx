'use client';

import { DeleteDialog } from '@/components/form/delete-dialog';
import { said } from '@/components/form/said';
import { useLeave } from '@/components/form/use-leave';
import { deleteDeal } from '../actions';

/** Asks and deletes a deal. */
export function DeleteDeal({ id, name }: { id: string; name: string }) {
	const leave = useLeave();
	return (
		<DeleteDialog
			title={said`Delete ${name}?`}
			done={said`Deleted ${name}`}
			action={() => deleteDeal({ id })}
			onDeleted={() => leave('/deals')}
			confirm="Delete deal"
		>
			Its path through the stages goes with it; what was said about it stays with the company.
		</DeleteDialog>
	);
}
