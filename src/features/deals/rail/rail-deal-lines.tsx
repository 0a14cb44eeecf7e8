'use client';
'use no memo';

import type { Route } from 'next';
import { useWholeList } from '@/components/rail/use-whole-list';
import { Link } from '@/components/ui/link';
import type { DealsOfRecord } from '../server/rail-deal-queries';
import { RailDealLine } from './rail-deal-line';
import type { RailDeal } from './rail-deals';

type RailDealLinesProps = {
	of: DealsOfRecord;
	/** The first open ones, and how many there are. */
	deals: RailDeal[];
	count: number;
	/** The list that has all of them. */
	list: Route;
	/** The user's day, YYYY-MM-DD. */
	today: string;
};

/** The open deals of a company or a contact, the first ones or all. */
export function RailDealLines({ of, deals, count, list, today }: RailDealLinesProps) {
	const source = `/api/deals/rail?${new URLSearchParams(of)}`;
	const [shown, button, readAgain] = useWholeList({ first: deals, count, noun: 'open deals', source });
	return (
		<>
			<ul>
				{shown.map((deal) => (
					<RailDealLine key={deal.id} deal={deal} today={today} onChange={readAgain} />
				))}
			</ul>
			{button}
			{shown.length > deals.length && count > shown.length && (
				<Link href={list} className="show-all">
					All in the list
				</Link>
			)}
		</>
	);
}
