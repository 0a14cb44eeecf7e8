import { ChevronsLeftIcon } from '@/components/ui/icons';
import { stageMarks } from '@/components/ui/tones';
import { counted } from '@/lib/text/counted';
import { type DealStage, stageNames } from '../stage/stages';
import type { ShownHead } from './board-columns';

type ColumnStripProps = {
	stage: DealStage;
	head: ShownHead;
	/** Whether a dragged card lies over it. */
	over: boolean;
	onOpen: () => void;
};

/** A folded column: what it is and what it is worth, in a strip that opens it. */
export function ColumnStrip({ stage, head: { count, value }, over, onOpen }: ColumnStripProps) {
	return (
		<button type="button" data-strip aria-expanded={false} title={value.whole} onClick={onOpen}>
			<span data-dot aria-hidden className={`size-2 shrink-0 rounded-full ${stageMarks[stage]}`} />
			<span className="font-semibold">{stageNames[stage]}</span>
			<span aria-hidden className="text-muted-foreground text-xs tabular-nums">
				{over
					? `Drop to mark as ${stage === 'closed_won' ? 'won' : 'lost'}`
					: [count.toLocaleString('en'), ...(count > 0 ? [value.first] : [])].join(' · ')}
			</span>
			<span className="sr-only">{counted(count, 'deal', 'deals')}</span>
			<ChevronsLeftIcon />
		</button>
	);
}
