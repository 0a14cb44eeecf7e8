import { counted } from '@/lib/text/counted';
import { countOf, type ShownSum, type ShownSums } from '../board/board-columns';

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

/** The totals of the filtered deals that are open, won and lost, per currency. */
export function DealTotals({ totals, counting = false }: DealTotalsProps) {
	const present = parts.filter(({ status }) => totals[status].length > 0);
	return (
		<dl
			aria-label="Totals"
			aria-busy={counting}
			className="flex flex-wrap items-baseline gap-x-6 gap-y-1 tabular-nums aria-busy:[&_dd]:opacity-50"
		>
			{present.length === 0 && <dt className="text-muted-foreground">No deals to add up</dt>}
			{present.map(({ status, label }) => (
				<div key={status} className="flex flex-wrap items-baseline gap-x-2">
					<dt className="font-medium">{label}</dt>
					<dd className="text-muted-foreground">{counted(countOf(totals[status]), 'deal', 'deals')}</dd>
					{totals[status].map((sum) => (
						<Amount key={sum.currency} sum={sum} weighted={status === 'open'} />
					))}
				</div>
			))}
		</dl>
	);
}

function Amount({ sum: { value, weighted }, weighted: isOpen }: { sum: ShownSum; weighted: boolean }) {
	return (
		<dd>
			<span className="font-semibold">{value}</span>
			{isOpen && (
				<span className="text-muted-foreground">
					{' '}
					· weighted <span>{weighted}</span>
				</span>
			)}
		</dd>
	);
}
