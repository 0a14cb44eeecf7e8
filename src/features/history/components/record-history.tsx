import { ListFrame, ListRows } from '@/components/list/list-transition';
import { ParamSelect } from '@/components/list/param-select';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { customFields } from '@/domain/field-definitions';
import { activityHistoryPath, companyHistoryPath, contactHistoryPath, dealHistoryPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { cn } from '@/lib/cn';
import { askedField, fieldChoices } from '../asked-field';
import type { RecordKind } from '../history-entry';
import { listRecordHistory } from '../server/history-queries';
import { HistoryEnd } from './history-end';
import { HistoryEntries } from './history-entries';

type RecordHistoryProps = {
	of: { kind: RecordKind; id: string };
	/** The line of the log before which the page begins, and the field whose changes alone are shown. */
	before?: string | undefined;
	field?: string | undefined;
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
export async function RecordHistory({ of, before, field, headed = false }: RecordHistoryProps) {
	const userId = await requireUserId();
	const own = await customFields(userId);
	const asked = askedField(of.kind, field, own);
	const [{ entries, names, older }, settings] = await Promise.all([
		listRecordHistory(userId, of, { before, field: asked }),
		getSettings(userId),
	]);
	const path = paths[of.kind];
	return (
		<section id="history" aria-labelledby="history-title" className="flex scroll-mt-19 flex-col gap-3">
			<ListFrame>
				<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
					<Heading headed={headed} />
					<ParamSelect
						label="Field"
						param="field"
						query={asked ? `field=${asked.name}` : ''}
						value={asked?.name ?? ''}
						options={fieldChoices(of.kind, own)}
						className="max-w-60"
					/>
				</div>
				<ListRows>
					{entries.length > 0 ? (
						<HistoryEntries entries={entries} names={names} settings={settings} of={of} />
					) : (
						<p className="rounded-lg border border-dashed bg-card px-4 py-8 text-center text-muted-foreground">
							{before
								? 'There are no older changes.'
								: asked
									? 'This field has not been changed.'
									: 'Nothing has been changed yet.'}
						</p>
					)}
				</ListRows>
			</ListFrame>
			{!older && <HistoryEnd />}
			{(before || older) && (
				<nav aria-label="Pages of the history" className="flex flex-wrap justify-center gap-2">
					{before && (
						<Button asChild variant="outline">
							<Link href={path(of.id, { field: asked?.name })}>Back to the newest</Link>
						</Button>
					)}
					{older && (
						<Button asChild variant="outline">
							<Link href={path(of.id, { before: older, field: asked?.name })}>Show older changes</Link>
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
