import { counted } from '@/lib/text/counted';
import type { ShownSums } from '../board/board-columns';
import { Amounts } from '../components/amounts';

const parts = [
	{ status: 'open', label: 'Open' },
	{ status: 'won', label: 'Won' },
	{ status: 'lost', label: 'Lost' },
] as const;

type DealTotalsProps = {
	totals: ShownSums['totals'];
	/** Whether a move is on its way that will change them. */
	counting?: boolean;
};

/** The totals of the filtered deals that are open, won and lost, currencies side by side. */
export function DealTotals({ totals, counting = false }: DealTotalsProps) {
	const present = parts.filter(({ status }) => totals[status].count > 0);
	return (
		<dl
			aria-label="Totals"
			aria-busy={counting}
			className="flex flex-wrap items-baseline gap-x-6 gap-y-1 tabular-nums aria-busy:[&_dd]:opacity-50 [&_b]:font-semibold"
		>
			{present.length === 0 && <dt className="text-muted-foreground">No deals to add up</dt>}
			{present.map(({ status, label }) => {
				const { count, value, weighted } = totals[status];
				return (
					<div key={status} className="flex flex-wrap items-baseline gap-x-2">
						<dt className="font-medium">{label}</dt>
						<dd className="text-muted-foreground">{counted(count, 'deal', 'deals')}</dd>
						<dd title={value.whole}>
							<Amounts amounts={value} />
						</dd>
						{status === 'open' && (
							<dd title={weighted.whole} className="text-muted-foreground">
								weighted <Amounts amounts={weighted} />
							</dd>
						)}
					</div>
				);
			})}
		</dl>
	);
}
