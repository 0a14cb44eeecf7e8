'use client';

import { useRouter } from 'next/navigation';
import { DeleteDialog } from '@/components/form/delete-dialog';
import { deleteCompany } from '../actions';

type Counts = { contacts: number; deals: number; activities: number; followUps: number };

/** Asks, counting what goes with the company, and deletes it. */
export function DeleteCompany({ id, name, counts }: { id: string; name: string; counts: Counts }) {
	const router = useRouter();
	const lost = [
		counted(counts.contacts, 'contact', 'contacts'),
		counted(counts.deals, 'deal', 'deals'),
		counted(counts.activities, 'activity', 'activities'),
		counted(counts.followUps, 'follow-up', 'follow-ups'),
	].filter((part) => part !== null);
	return (
		<DeleteDialog
			name={name}
			action={() => deleteCompany({ id })}
			onDeleted={() => router.push('/companies')}
			confirm="Delete company"
		>
			{lost.length > 0
				? `This also deletes its ${new Intl.ListFormat('en').format(lost)}.`
				: 'It has no contacts, deals, activities or follow-ups.'}
		</DeleteDialog>
	);
}

function counted(count: number, one: string, many: string): string | null {
	return count === 0 ? null : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
