import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { formatMoment } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { typeNames } from '../activity-types';
import type { Activity } from '../server/activity-queries';
import { TypeIcon } from './type-icon';

/** The head of an activity's page: its type, its time, who took part, and its outcome. */
export function ActivityCard({ activity, settings }: { activity: Activity; settings: Settings }) {
	const { type, at, durationMinutes, outcome, company, people, deal } = activity;
	return (
		<section
			aria-label="About the activity"
			className="mb-5 flex flex-wrap items-center gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
			<span className="inline-flex items-center gap-1.5">
				<TypeIcon type={type} named />
				<span>{typeNames[type]}</span>
			</span>
			<span className="tabular-nums">
				<span>{formatMoment(at, settings)}</span>
				{durationMinutes !== null && <span>{` · ${counted(durationMinutes, 'minute', 'minutes')}`}</span>}
			</span>
			{outcome && <Badge className="wrap-anywhere whitespace-normal">{outcome}</Badge>}
			<Link href={companyPath(company.id)} translate="no" className="text-link">
				{company.name}
			</Link>
			{people.length > 0 && (
				<span className="flex min-w-0 flex-wrap gap-x-3">
					<span className="text-muted-foreground">With</span>
					{people.map(({ id, name }) => (
						<Link key={id} href={contactPath(id)} translate="no" className="text-link wrap-anywhere">
							{name}
						</Link>
					))}
				</span>
			)}
			{deal && (
				<Link href={dealPath(deal.id)} translate="no" className="text-link">
					{deal.name}
				</Link>
			)}
		</section>
	);
}
