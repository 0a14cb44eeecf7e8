import { FormattedText } from '@/components/text/formatted-text';
import { Link } from '@/components/ui/link';
import { activityPath } from '@/domain/paths';
import { typeNames } from '@/features/activities/schema';
import { type DateSettings, formatDay } from '@/lib/dates/dates';
import { richText } from '@/lib/text/markdown';
import type { Touch } from '../server/brief-queries';
import { BriefSection, Nothing } from './brief-section';

/** What was said last, and what was agreed. */
export function BriefTouches({ touches, settings }: { touches: Touch[]; settings: DateSettings }) {
	return (
		<BriefSection title="Last calls, emails, and meetings">
			{touches.length === 0 ? (
				<Nothing>No calls, emails, or meetings yet.</Nothing>
			) : (
				<ol className="divide-y rounded-lg border bg-card print:border-0">
					{touches.map((touch) => (
						<TouchLine key={touch.id} touch={touch} settings={settings} />
					))}
				</ol>
			)}
		</BriefSection>
	);
}

function TouchLine({ touch, settings }: { touch: Touch; settings: DateSettings }) {
	const { id, type, subject, at, description, outcome, nextSteps, people } = touch;
	return (
		<li className="flex flex-col gap-1 px-4 py-2 print:px-0">
			<p className="flex flex-wrap items-baseline justify-between gap-x-6">
				<Link href={activityPath(id)} translate="no" className="text-link wrap-anywhere min-w-0 font-medium">
					{subject}
				</Link>
				<span className="text-muted-foreground tabular-nums">
					{typeNames[type]} · {formatDay(at, settings)}
				</span>
			</p>
			{people.length > 0 && (
				<p className="wrap-anywhere text-muted-foreground">
					With <span translate="no">{people.join(', ')}</span>
				</p>
			)}
			{description && (
				<FormattedText
					blocks={richText(description, settings.locale)}
					of={{ text: 'activity.description', id }}
					headings={4}
				/>
			)}
			{outcome && (
				<p className="wrap-anywhere">
					<span className="text-muted-foreground">Outcome:</span> <span translate="no">{outcome}</span>
				</p>
			)}
			{nextSteps && (
				<div className="flex flex-wrap gap-x-1">
					<span className="text-muted-foreground">Next steps:</span>{' '}
					<FormattedText
						blocks={richText(nextSteps, settings.locale)}
						of={{ text: 'activity.nextSteps', id }}
						headings={4}
					/>
				</div>
			)}
		</li>
	);
}
