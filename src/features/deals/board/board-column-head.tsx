import type { ReactNode } from 'react';
import { counted } from '@/lib/text/counted';
import { Amounts } from '../components/amounts';
import type { ShownHead } from './board-columns';

type ColumnHeadProps = {
	name: ReactNode;
	/** The color of its mark, if it has one. */
	mark?: string;
	/** The whole column added up by the database. */
	head: ShownHead;
	/** Whether a move is on its way that will change the sums. */
	counting?: boolean;
	/** What can be done with the column. */
	action?: ReactNode;
	/** Stands in place of the weighted value. */
	aside?: ReactNode;
};

/** The head of a column: what it is and what its deals are worth, in two lines. */
export function BoardColumnHead({ name, mark, head, counting = false, action, aside }: ColumnHeadProps) {
	return (
		<div className="px-3 pt-1.5 pb-1.5">
			<div className="flex h-7 items-center gap-2">
				{mark && <span aria-hidden className={`size-2 shrink-0 rounded-full ${mark}`} />}
				<h2 className="truncate font-semibold">{name}</h2>
				<span className="text-muted-foreground tabular-nums">
					<span aria-hidden>{head.count.toLocaleString('en')}</span>
					<span className="sr-only">{counted(head.count, 'deal', 'deals')}</span>
				</span>
				<span className="-mr-1.5 ml-auto flex">{action}</span>
			</div>
			<dl
				aria-busy={counting}
				className="flex items-baseline justify-between gap-2 overflow-hidden whitespace-nowrap text-muted-foreground text-xs tabular-nums aria-busy:opacity-50 [&_b]:font-semibold [&_b]:text-foreground"
			>
				<div className="min-w-0 truncate" title={head.value.whole}>
					<dt className="sr-only">Total value</dt>
					<dd className="inline">
						<Amounts amounts={head.value} />
					</dd>
				</div>
				{aside ?? (
					<div data-weighted className="shrink-0" title={head.weighted.whole}>
						<dt className="inline">weighted</dt>{' '}
						<dd className="inline">
							<span>{head.weighted.first}</span>
						</dd>
					</div>
				)}
			</dl>
		</div>
	);
}
