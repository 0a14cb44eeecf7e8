'use client';

import { type ReactNode, useState } from 'react';
import { DeleteButton } from '@/components/form/delete-button';
import { SignedOut } from '@/components/form/signed-out';
import { useOnReturn } from '@/components/form/use-on-return';
import { useSelection } from '@/components/list/selection';
import { BulkFieldPicker } from '@/features/fields/components/bulk-field-picker';
import { BulkTagPicker } from '@/features/tags/components/bulk-tag-picker';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { counted } from '@/lib/text/counted';
import { deleteCompanies, tagCompanies } from '../actions';
import { type Consequences, describeConsequences } from './consequences';

/** What can be done with all selected companies. */
export function CompanyBulk() {
	const { ids, clear } = useSelection();
	const [consequences, setConsequences] = useState<Consequences | NoAnswer | null>(null);
	const companies = counted(ids.length, 'company', 'companies');

	async function count() {
		setConsequences(
			await readJson<Consequences>(`/api/companies/consequences?ids=${ids.join(',')}`).catch(whyNoAnswer),
		);
	}
	useOnReturn(consequences === 'signedOut' || consequences === 'failed', count);

	return (
		<>
			<BulkTagPicker ids={ids} noun={companies} action={tagCompanies} onDone={clear} />
			<BulkFieldPicker kind="company" ids={ids} noun={companies} onDone={clear} />
			<DeleteButton
				title={`Delete ${companies}?`}
				done={`Deleted ${companies}`}
				action={() => deleteCompanies({ ids })}
				onOpen={() => {
					setConsequences(null);
					void count();
				}}
				onDeleted={clear}
				confirm={`Delete ${companies}`}
			>
				{consequenceText(consequences, ids.length)}
			</DeleteButton>
		</>
	);
}

function consequenceText(consequences: Consequences | NoAnswer | null, companies: number): ReactNode {
	if (consequences === null) return 'Counting what goes with them…';
	if (consequences === 'signedOut') return <SignedOut />;
	if (consequences === 'failed')
		return 'It could not be counted what goes with them: their contacts, deals, activities and follow-ups. Cancel and try again to see.';
	return describeConsequences(consequences, companies === 1 ? 'its' : 'their');
}
