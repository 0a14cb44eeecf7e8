import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { requireUserId } from '@/lib/auth/session';
import { type LastContactPart, lastContactNames, lastContactParts, listOf } from '../last-contact';
import { companies, percent } from '../report-words';
import { countByLastContact, type ReportScope } from '../server/report-queries';
import { BarList } from './bar-list';
import { ReportCard } from './report-card';

const marks: Record<LastContactPart, string> = {
	within30: 'bg-success',
	within60: 'bg-chart-1',
	within90: 'bg-warning',
	longer: 'bg-destructive',
	never: 'bg-muted-foreground',
};

/** How long ago the companies were last spoken to, today. */
export async function LastContact({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const counts = await countByLastContact(userId, scope.today, scope.settings.timeZone);
	const all = lastContactParts.reduce((sum, part) => sum + counts[part], 0);
	// the lists say "for so many days or ever", which is every part from one on
	const silent = [
		{ days: '30', count: counts.within60 + counts.within90 + counts.longer + counts.never },
		{ days: '60', count: counts.within90 + counts.longer + counts.never },
		{ days: '90', count: counts.longer + counts.never },
	];
	return (
		<ReportCard
			title="Companies by last contact"
			file="companies"
			scope={scope}
			counted="the days since the last call, email or meeting with each company; notes and what is still to come are no contact."
			table={{
				heads: ['Last contact', 'Companies', 'Share'],
				rows: lastContactParts.map((part) => ({
					key: part,
					head: lastContactNames[part],
					cells: [counts[part].toLocaleString('en'), percent(counts[part], all)],
				})),
			}}
		>
			<BarList
				label="Companies by last contact"
				bars={lastContactParts.map((part) => ({
					name: lastContactNames[part],
					value: counts[part],
					shown: counts[part].toLocaleString('en'),
					detail: percent(counts[part], all),
					mark: marks[part],
					href: listPath('companies', listOf(part, scope.today)),
				}))}
			/>
			<p className="tabular-nums">
				<span className="text-muted-foreground">No contact for more than </span>
				{silent.map(({ days, count }, index) => (
					<span key={days}>
						{index > 0 && <span>{', '}</span>}
						<Link
							href={listPath('companies', { silent: days })}
							className="whitespace-nowrap underline decoration-dotted hover:decoration-solid"
						>
							<span>{days}</span> days: <span>{companies(count)}</span>
						</Link>
					</span>
				))}
			</p>
		</ReportCard>
	);
}

export function LastContactSkeleton() {
	return <Skeleton className="h-[24rem]" />;
}
