'use client';

import { useRouter } from 'next/navigation';
import { DeleteDialog } from '@/components/form/delete-dialog';
import { deleteCompany } from '../actions';
import { type Consequences, describeConsequences } from './consequences';

/** Asks, counting what goes with the company, and deletes it. */
export function DeleteCompany({ id, name, counts }: { id: string; name: string; counts: Consequences }) {
	const router = useRouter();
	return (
		<DeleteDialog
			title={`Delete ${name}?`}
			done={`Deleted ${name}`}
			action={() => deleteCompany({ id })}
			onDeleted={() => router.push('/companies')}
			confirm="Delete company"
		>
			{describeConsequences(counts, 'its')}
		</DeleteDialog>
	);
}
