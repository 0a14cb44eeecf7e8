'use client';

import { Link } from '@/components/ui/link';
import { companyPath } from '@/domain/paths';
import { counted } from '@/lib/text/counted';
import type { DealStage } from '../stage/stages';
import { DealHeading } from './deal-heading';

type ClosingDealProps = {
	id: string;
	name: string;
	stage: DealStage;
	value: string;
	companyId: string;
	companyName: string;
	/** The day on which it is expected to close, and how many days that is from now. */
	day: string | undefined;
	days: number;
};

/** An open deal and in how many days it is expected to close. */
export function ClosingDeal({ id, name, stage, value, companyId, companyName, day, days }: ClosingDealProps) {
	return (
		<li data-row className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t px-4 py-2.5">
			<div className="min-w-0">
				<DealHeading id={id} name={name} stage={stage} />
				<Link href={companyPath(companyId)} translate="no" className="text-link text-muted-foreground">
					{companyName}
				</Link>
			</div>
			<div className="text-right tabular-nums">
				<p className="font-semibold">{value}</p>
				<p className={toneOf(days)} title={day}>
					{inDays(days)}
				</p>
			</div>
		</li>
	);
}

/** Red under seven days or after the day has passed, amber under fourteen. */
function toneOf(days: number): string {
	if (days < 7) return 'text-destructive-ink';
	return days < 14 ? 'text-warning-ink' : 'text-muted-foreground';
}

function inDays(days: number): string {
	if (days < 0) return `${counted(-days, 'day', 'days')} overdue`;
	if (days === 0) return 'Today';
	return days === 1 ? 'Tomorrow' : `In ${days} days`;
}
