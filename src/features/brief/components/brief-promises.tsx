import { CheckIcon, CircleDashedIcon } from '@/components/ui/icons';
import { type DateSettings, dayIn } from '@/lib/dates/dates';
import { promiseWords } from '../promise-words';
import type { Promised } from '../server/brief-queries';
import { BriefSection, Nothing } from './brief-section';

/** What was promised, and whether it was kept. */
export function BriefPromises({ promises, settings }: { promises: Promised[]; settings: DateSettings }) {
	const today = dayIn(new Date(), settings.timeZone);
	const lines = (some: Promised[]) => (
		<ul className="divide-y rounded-lg border bg-card print:border-0">
			{some.map((promise) => (
				<PromiseLine key={promise.id} promise={promise} {...promiseWords(promise, today, settings)} />
			))}
		</ul>
	);
	const ours = promises.filter(({ isTheirs }) => !isTheirs);
	const theirs = promises.filter(({ isTheirs }) => isTheirs);
	return (
		<>
			<BriefSection title="What we promised">
				{ours.length > 0 ? (
					lines(ours)
				) : (
					<Nothing>No follow-ups are open, and none were completed since the last meeting.</Nothing>
				)}
			</BriefSection>
			<BriefSection title="What they promised">
				{theirs.length > 0 ? (
					lines(theirs)
				) : (
					<Nothing>Nothing is noted. Mark a follow-up as promised by them, and it appears here.</Nothing>
				)}
			</BriefSection>
		</>
	);
}

function PromiseLine({ promise, text, isLate }: { promise: Promised; text: string; isLate: boolean }) {
	const { title, doneAt, contact, deal } = promise;
	const Picture = doneAt ? CheckIcon : CircleDashedIcon;
	return (
		<li className="grid break-inside-avoid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 px-4 py-2 print:px-0">
			<Picture className="mt-0.5 size-4 text-muted-foreground" />
			<div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-6">
				<p className="wrap-anywhere min-w-0" translate="no">
					{title}
				</p>
				<p className={isLate ? 'text-destructive-ink tabular-nums' : 'text-muted-foreground tabular-nums'}>{text}</p>
				{(contact || deal) && (
					<p translate="no" className="wrap-anywhere w-full text-muted-foreground text-xs">
						{[contact, deal].filter(Boolean).join(' · ')}
					</p>
				)}
			</div>
		</li>
	);
}
