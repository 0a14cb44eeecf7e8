'use client';

import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { stageMarks } from '@/components/ui/tones';
import { type DealStage, stageNames } from '../stage/stages';

type PipelineStageProps = {
	stage: DealStage;
	href: Route;
	count: number;
	/** The value in each currency, and its share of the largest one of that currency, in percent. */
	values: { value: string; share: number }[];
	/** The letters of the longest value, so that all bars begin and end together; tabular figures are as wide as a 0. */
	letters: number;
};

/** The number and value of a stage's deals, with one bar for each currency. */
export function PipelineStage({ stage, href, count, values, letters }: PipelineStageProps) {
	return (
		<li className="relative grid gap-x-4 border-t px-4 py-2 hover:bg-muted sm:grid-cols-[10rem_minmax(0,1fr)]">
			<div className="flex items-baseline gap-2">
				<span aria-hidden className={`size-2.5 shrink-0 rounded-full ${stageMarks[stage]}`} />
				<Link href={href} className="font-medium after:absolute after:inset-0">
					{stageNames[stage]}
				</Link>
				<span className="text-muted-foreground">{count.toLocaleString('en')}</span>
			</div>
			<div className="flex min-w-0 flex-col gap-0.5 max-sm:pl-4.5">
				{values.length === 0 && <span className="text-muted-foreground">No deals</span>}
				{values.map(({ value, share }) => (
					<div key={value} className="flex items-center gap-3">
						<span aria-hidden className="h-2 min-w-0 flex-1 rounded-full bg-muted">
							<span className={`block h-2 rounded-full ${stageMarks[stage]}`} style={{ width: `${share}%` }} />
						</span>
						<span className="min-w-32 shrink-0 text-right font-semibold" style={{ width: `${letters}ch` }}>
							{value}
						</span>
					</div>
				))}
			</div>
		</li>
	);
}
