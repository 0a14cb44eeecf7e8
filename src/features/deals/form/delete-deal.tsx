'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { DeleteItem } from '@/components/form/delete-item';
import { message } from '@/components/form/message';
import { useLeave } from '@/components/form/use-leave';
import { deleteDeal } from '../actions';

/** Asks and deletes a deal. */
export function DeleteDeal({ id, name }: { id: string; name: string }) {
	const leave = useLeave();
	return (
		<DeleteButton
			trigger={<DeleteItem />}
			title={message`Delete ${name}?`}
			done={message`Deleted ${name}`}
			action={() => deleteDeal({ id })}
			onDeleted={() => leave('/deals')}
			confirm="Delete deal"
		>
			Its path through the stages goes with it; what was said about it stays with the company.
		</DeleteButton>
	);
}
