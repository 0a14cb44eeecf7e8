'use client';

import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { activityTypes, type TypeCounts, totalOf, typeNames } from '../activity-types';

export type Week = {
	/** Its first day, short, for the axis; from when to when, for the table. */
	label: string;
	name: string;
	counts: TypeCounts;
	href: Route;
};

/** The activities of some weeks by type; each week leads to its list. */
export function WeekTable({ weeks }: { weeks: Week[] }) {
	return (
		<div className="relative mt-2 overflow-x-auto">
			<table className="w-full text-xs tabular-nums [&_td]:py-1 [&_td]:text-right [&_th]:py-1 [&_th]:font-medium">
				<thead>
					<tr className="text-muted-foreground">
						<th scope="col" className="text-left">
							Week
						</th>
						{activityTypes.map((type) => (
							<th key={type} scope="col" className="pl-3 text-right">
								{typeNames[type]}
							</th>
						))}
						<th scope="col" className="pl-3 text-right">
							All
						</th>
					</tr>
				</thead>
				<tbody className="[&_tr]:border-t">
					{weeks.toReversed().map(({ name, counts, href }) => (
						<tr key={name}>
							<th scope="row" className="text-left">
								<Link href={href} className="hover:underline">
									{name}
								</Link>
							</th>
							{activityTypes.map((type) => (
								<td key={type}>{counts[type].toLocaleString('en')}</td>
							))}
							<td>{totalOf(counts).toLocaleString('en')}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
