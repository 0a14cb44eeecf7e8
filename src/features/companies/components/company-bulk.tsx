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
	const [consequences, setConsequences] = useState<Consequences | null>(null);
	const companies = counted(ids.length, 'company', 'companies');

	async function count() {
		setConsequences(null);
		const response = await fetch(`/api/companies/consequences?ids=${ids.join(',')}`);
		if (response.ok) setConsequences(await response.json());
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
				{consequences ? describeConsequences(consequences, 'their') : 'Counting what goes with them…'}
			</DeleteDialog>
		</>
	);
}
