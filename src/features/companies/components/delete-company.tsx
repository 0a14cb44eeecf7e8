'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { DeleteItem } from '@/components/form/delete-item';
import { message } from '@/components/form/message';
import { useLeave } from '@/components/form/use-leave';
import { deleteCompany } from '../actions';
import { type Consequences, describeConsequences } from './consequences';

/** Asks before it deletes a company, with the number of records that are deleted with it. */
export function DeleteCompany({ id, name, counts }: { id: string; name: string; counts: Consequences }) {
	const leave = useLeave();
	return (
		<DeleteButton
			trigger={<DeleteItem />}
			title={message`Delete ${name}?`}
			done={message`Deleted ${name}`}
			action={() => deleteCompany({ id })}
			onDeleted={() => leave('/companies')}
			confirm="Delete company"
		>
			{describeConsequences(counts, 'its')}
		</DeleteButton>
	);
}
