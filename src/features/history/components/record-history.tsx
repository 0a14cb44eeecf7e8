import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { activityHistoryPath, companyHistoryPath, contactHistoryPath, dealHistoryPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { cn } from '@/lib/cn';
import type { RecordKind } from '../history-entry';
import { listRecordHistory } from '../server/history-queries';
import { HistoryEntries } from './history-entries';

type RecordHistoryProps = {
	of: { kind: RecordKind; id: string };
	/** The line of the log before which the page begins. */
	before?: string | undefined;
	/** Whether the heading is seen; under a page of that name it is for screen readers alone. */
	headed?: boolean;
};

const paths = {
	company: companyHistoryPath,
	contact: contactHistoryPath,
	deal: dealHistoryPath,
	activity: activityHistoryPath,
};

/** The changes of a record, the newest first, one page at a time. */
export async function RecordHistory({ of, before, headed = false }: RecordHistoryProps) {
	const userId = await requireUserId();
	const [{ entries, names, older }, settings] = await Promise.all([
		listRecordHistory(userId, of, before),
		getSettings(userId),
	]);
	const path = paths[of.kind];
	return (
		<section id="history" aria-labelledby="history-title" className="flex scroll-mt-19 flex-col gap-3">
			<Heading headed={headed} />
			{entries.length > 0 ? (
				<HistoryEntries entries={entries} names={names} settings={settings} of={of} />
			) : (
				<p className="rounded-lg border border-dashed bg-card px-4 py-8 text-center text-muted-foreground">
					{before ? 'There are no older changes.' : 'Nothing has been changed yet.'}
				</p>
			)}
			{(before || older) && (
				<nav aria-label="Pages of the history" className="flex flex-wrap justify-center gap-2">
					{before && (
						<Button asChild variant="outline">
							<Link href={path(of.id)}>Back to the newest</Link>
						</Button>
					)}
					{older && (
						<Button asChild variant="outline">
							<Link href={path(of.id, older)}>Show older changes</Link>
						</Button>
					)}
				</nav>
			)}
		</section>
	);
}

function Heading({ headed }: { headed: boolean }) {
	return (
		<h2 id="history-title" className={cn(headed ? 'font-semibold text-base' : 'sr-only')}>
			History
		</h2>
	);
}
