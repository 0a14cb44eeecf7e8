'use client';

import { useOptimistic, useTransition } from 'react';
import { toast } from 'sonner';
import { failureOf } from '@/components/form/form';
import { useUndoToast } from '@/components/form/undo-toast';
import { stageMarks, stageTones } from '@/components/ui/tones';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/counted';
import { changeStage } from '../actions';
import { type DealStage, dealStages, stageNames } from '../stages';

const lostChange = {
	ok: false,
	message: 'The server gave no answer, so it is not known whether the stage was changed. Reload the page to see.',
} as const;

type StageStepperProps = {
	id: string;
	stage: DealStage;
	/** The days spent in each stage. */
	days: Partial<Record<DealStage, number>>;
};

/** The six stages, each a button that brings the deal there. */
export function StageStepper({ id, stage, days }: StageStepperProps) {
	const undoToast = useUndoToast();
	const [shown, show] = useOptimistic(stage);
	const [, startChange] = useTransition();

	function change(target: DealStage) {
		if (target === shown) return;
		startChange(async () => {
			show(target);
			const result = await changeStage({ id, stage: target }).catch((error) => failureOf(error, lostChange));
			if (result.ok) undoToast(`Moved ${result.data.name} to ${stageNames[target]}`, result.changeSet);
			else toast.error(result.message);
		});
	}

	return (
		<ol aria-label="Change stage" className="mb-5 grid grid-cols-2 gap-1.5 sm:grid-cols-3 xl:grid-cols-6">
			{dealStages.map((each) => {
				const spent = days[each];
				const present = each === shown;
				return (
					<li key={each}>
						<button
							type="button"
							aria-current={present ? 'step' : undefined}
							onClick={() => change(each)}
							className={cn(
								'flex h-full min-h-12 w-full flex-col items-start justify-center rounded-md border px-3 py-1.5 text-left',
								present ? cn('border-transparent', stageTones[each]) : 'bg-card hover:bg-accent',
							)}
						>
							<span className={cn('flex items-center gap-2', present ? 'font-semibold' : 'font-medium')}>
								<span aria-hidden className={`size-2 shrink-0 rounded-full ${stageMarks[each]}`} />
								{stageNames[each]}
							</span>
							{spent !== undefined && (
								<span className={cn('pl-4 text-xs tabular-nums', !present && 'text-muted-foreground')}>
									{spent === 0 ? 'less than a day' : counted(spent, 'day', 'days')}
								</span>
							)}
						</button>
					</li>
				);
			})}
		</ol>
	);
}
