'use client';

import type { Route } from 'next';
import { DeleteButton } from '@/components/form/delete-button';
import { message } from '@/components/form/message';
import { useLeave } from '@/components/form/use-leave';
import { deleteActivity } from '../actions';

/** Asks and deletes an activity; leads back to whose it was. */
export function DeleteActivity({ id, subject, back }: { id: string; subject: string; back: Route }) {
	const leave = useLeave();
	return (
		<DeleteButton
			title={message`Delete ${subject}?`}
			done={message`Deleted ${subject}`}
			action={() => deleteActivity({ id })}
			onDeleted={() => leave(back)}
			confirm="Delete activity"
		>
			Follow-ups that were made of it stay.
		</DeleteButton>
	);
}
