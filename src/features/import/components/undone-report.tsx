import { Alert } from '@/components/ui/alert';
import { counted } from '@/lib/text/counted';
import type { ImportReport } from '../import-outcome';

/** What undoing an import has removed, and what it has left; the history undoes all of it, and counts nothing. */
export function UndoneReport({ undone }: { undone: ImportReport['undone'] }) {
	if (!undone) return <Alert variant="success">Import undone</Alert>;
	const removed = ['company', 'contact', 'deal'].reduce((sum, entity) => sum + (undone.removed[entity] ?? 0), 0);
	return (
		<Alert variant={undone.keptCount > 0 ? 'warning' : 'success'}>
			<p>
				Import undone: <span>{counted(removed, 'record', 'records')}</span> removed
				{undone.restored > 0 && <span>{`, ${counted(undone.restored, 'record is', 'records are')} as before`}</span>}.
			</p>
			{undone.keptCount > 0 && (
				<>
					<p>
						<span>{counted(undone.keptCount, 'record was', 'records were')}</span> left, because they were changed
						since, or something new hangs on them:
					</p>
					<ul className="list-disc pl-4">
						{undone.kept.slice(0, 20).map(({ name, why }, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: names repeat
							<li key={place}>
								<span translate="no">{name}</span> (
								<span>{why === 'changed' ? 'changed' : 'something hangs on it'}</span>)
							</li>
						))}
					</ul>
				</>
			)}
		</Alert>
	);
}
