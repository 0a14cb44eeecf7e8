'use client';

import { useState } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Alert, AlertTitle } from '@/components/ui/alert';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import { activityPath, companyPath, contactPath, dealPath } from '@/domain/paths';
import { countedList } from '@/lib/text/counted';
import { removeSampleData } from '../actions';
import type { KeptSample } from '../server/sample-data-removal-mutations';

const nouns: [entity: string, one: string, many: string][] = [
	['company', 'company', 'companies'],
	['contact', 'contact', 'contacts'],
	['deal', 'deal', 'deals'],
	['activity', 'activity', 'activities'],
	['follow_up', 'follow-up', 'follow-ups'],
	['tag', 'tag', 'tags'],
];

const paths: Record<string, typeof companyPath> = {
	company: companyPath,
	contact: contactPath,
	deal: dealPath,
	activity: activityPath,
};

/** Removes the rest of the sample data, with Undo, and lists what stays. */
export function RemoveSampleData({ loaded }: { loaded: boolean }) {
	const [kept, setKept] = useState<KeptSample[]>([]);
	const undoToast = useUndoToast();
	return (
		<>
			{loaded && (
				<Form
					action={() => removeSampleData({})}
					onDone={({ data, changeSet }) => {
						setKept(data.kept);
						// the button may be gone next
						document.getElementById('sample-data-state')?.focus({ preventScroll: true });
						const removed = countedList(nouns.map(([entity, ...noun]) => [data.removed[entity] ?? 0, ...noun]));
						if (removed) undoToast(`Removed ${removed} of the sample data`, changeSet);
						else toast.info('Nothing was removed: all that is left has become yours.');
					}}
				>
					<SubmitButton variant="outline" pendingText="Removing…">
						Remove sample data
					</SubmitButton>
				</Form>
			)}
			{loaded && kept.length > 0 && (
				<Alert role="status" className="w-full">
					<AlertTitle>Kept, because it has become yours</AlertTitle>
					<ul className="list-disc pl-4">
						{kept.map((record) => (
							<KeptRecord key={record.id} {...record} />
						))}
					</ul>
				</Alert>
			)}
		</>
	);
}

function KeptRecord({ entity, id, name, why }: KeptSample) {
	const noun = nouns.find(([known]) => known === entity)?.[1] ?? entity;
	const path = paths[entity];
	return (
		<li>
			{path ? (
				<Link href={path(id)} translate="no" className="underline">
					{name}
				</Link>
			) : (
				<span translate="no">{name}</span>
			)}{' '}
			(<span>{noun}</span>): <span>{why === 'changed' ? 'you changed it' : 'something that stays needs it'}</span>
		</li>
	);
}
