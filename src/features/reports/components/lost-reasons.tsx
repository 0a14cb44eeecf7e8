import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { wonDealsParams } from '@/features/deals/schema';
import { requireUserId } from '@/lib/auth/session';
import { formatMoney } from '@/lib/money/money';
import { addUp, deals, percent } from '../report-words';
import { type LostReason, type ReportScope, readLostReasons } from '../server/report-queries';
import { BarList } from './bar-list';
import { ReportCard } from './report-card';

/** The number of reasons in the chart and in the table. The others are added up; the file has all of them. */
const drawn = 6;
const listed = 50;

/** Why deals were lost in the period, the most frequent reason first. */
export async function LostReasons({ scope }: { scope: ReportScope }) {
	const userId = await requireUserId();
	const { currency, settings } = scope;
	const style = { locale: settings.locale, currency };
	const reasons = await readLostReasons(userId, currency, scope, settings.timeZone);
	const count = reasons.reduce((sum, reason) => sum + reason.count, 0);
	const inPeriod = { ...wonDealsParams(scope.now), stage: 'closed_lost', currency };
	const list = listPath('deals', inPeriod);
	const listOf = ({ reason, others }: Shown) => {
		if (others) return undefined;
		return listPath('deals', { ...inPeriod, ...(reason ? { lostReason: reason } : { noReason: 'yes' }) });
	};
	return (
		<ReportCard
			title="Lost reasons"
			file="lost"
			scope={scope}
			counted="deals that are in Closed Lost, by the day on which they were closed. Reasons that differ in capitals or accents alone are one."
			table={{
				heads: ['Reason', 'Deals', 'Share', 'Value', 'Deals before'],
				rows: firstOf(reasons, listed).map((reason) => ({
					key: nameOf(reason),
					head: nameOf(reason),
					cells: [
						reason.count.toLocaleString('en'),
						percent(reason.count, count),
						formatMoney(reason.value, style),
						reason.before.toLocaleString('en'),
					],
				})),
			}}
		>
			{count === 0 ? (
				<p className="text-muted-foreground">No deal was lost in this period.</p>
			) : (
				<>
					<p>
						<Link href={list} className="underline decoration-dotted hover:decoration-solid">
							<span>{deals(count)}</span> lost
						</Link>
						{', '}
						<span>{formatMoney(addUp(reasons.map(({ value }) => value)), style)}</span>
					</p>
					<BarList
						label="Lost deals by reason"
						bars={firstOf(
							reasons.filter((reason) => reason.count > 0),
							drawn,
						).map((reason) => ({
							name: nameOf(reason),
							value: reason.count,
							shown: reason.count.toLocaleString('en'),
							detail: percent(reason.count, count),
							mark: 'bg-stage-closed-lost',
							href: listOf(reason),
						}))}
					/>
				</>
			)}
		</ReportCard>
	);
}

type Shown = LostReason & { others?: number };

/** The first reasons, and the sum of the others. */
function firstOf(reasons: LostReason[], limit: number): Shown[] {
	// a single further reason is shown instead of "1 other reason"
	if (reasons.length <= limit + 1) return reasons;
	const rest = reasons.slice(limit);
	const sum = (of: (reason: LostReason) => number) => rest.reduce((total, reason) => total + of(reason), 0);
	const others = {
		reason: null,
		others: rest.length,
		count: sum(({ count }) => count),
		before: sum(({ before }) => before),
		value: addUp(rest.map(({ value }) => value)),
	};
	return [...reasons.slice(0, limit), others];
}

function nameOf({ reason, others }: Shown): string {
	return others ? `${others.toLocaleString('en')} other reasons` : (reason ?? 'No reason given');
}

export function LostReasonsSkeleton() {
	return <Skeleton className="h-[27rem]" />;
}
