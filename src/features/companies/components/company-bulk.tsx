'use client';

import { useState } from 'react';
import { DeleteDialog } from '@/components/form/delete-dialog';
import { useSelection } from '@/components/list/selection';
import { BulkTagPicker } from '@/features/tags/components/bulk-tag-picker';
import { counted } from '@/lib/counted';
import { deleteCompanies, tagCompanies } from '../actions';
import { type Consequences, describeConsequences } from './consequences';

/** What can be done with all selected companies. */
export function CompanyBulk() {
	const { ids, clear } = useSelection();
	const [consequences, setConsequences] = useState<Consequences | 'unknown' | null>(null);
	const companies = counted(ids.length, 'company', 'companies');

	async function count() {
		setConsequences(null);
		const response = await fetch(`/api/companies/consequences?ids=${ids.join(',')}`).catch(() => null);
		setConsequences(response?.ok ? await response.json() : 'unknown');
	}

	return (
		<>
			<BulkTagPicker ids={ids} noun={companies} action={tagCompanies} onDone={clear} />
			<DeleteDialog
				title={`Delete ${companies}?`}
				done={`Deleted ${companies}`}
				action={() => deleteCompanies({ ids })}
				onOpen={count}
				onDeleted={clear}
				confirm={`Delete ${companies}`}
			>
				{said(consequences, ids.length)}
			</DeleteDialog>
		</>
	);
}

function said(consequences: Consequences | 'unknown' | null, companies: number): string {
	if (consequences === null) return 'Counting what goes with them…';
	if (consequences === 'unknown')
		return 'It could not be counted what goes with them: their contacts, deals, activities and follow-ups. Cancel and try again to see.';
	return describeConsequences(consequences, companies === 1 ? 'its' : 'their');
}
