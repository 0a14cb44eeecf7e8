'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { DeleteItem } from '@/components/form/delete-item';
import { message } from '@/components/form/message';
import { useLeave } from '@/components/form/use-leave';
import { companyPath } from '@/domain/paths';
import { deleteContact } from '../actions';

/** Asks and deletes a contact. */
export function DeleteContact({ id, name, companyId }: { id: string; name: string; companyId: string }) {
	const leave = useLeave();
	return (
		<DeleteButton
			trigger={<DeleteItem />}
			title={message`Delete ${name}?`}
			done={message`Deleted ${name}`}
			action={() => deleteContact({ id })}
			onDeleted={() => leave(companyPath(companyId))}
			confirm="Delete contact"
		>
			What was said and agreed with this person stays with the company.
		</DeleteButton>
	);
}
