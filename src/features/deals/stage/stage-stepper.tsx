'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useOptimistic, useRef, useState, useTransition } from 'react';
import { sayFailure } from '@/components/form/say-failure';
import { stageMarks, stageTones } from '@/components/ui/tones';
import { dealPath } from '@/domain/paths';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/text/counted';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { type DealStage, dealStages, stageNames } from './stages';
import { saySameStage, useStageChange } from './use-stage-change';

type StageStepperProps = {
	id: string;
	stage: DealStage;
	/** The days spent in each stage. */
	days: Partial<Record<DealStage, number>>;
	name: string;
	/** Whether the page was opened to answer why the deal is lost. */
	asksWhyLost: boolean;
	/** The user's day, YYYY-MM-DD. */
	today: string;
};

/** The six stages, each a button that brings the deal there. */
export function StageStepper({ id, stage, days, name, asksWhyLost, today }: StageStepperProps) {
	const router = useRouter();
	const changeStage = useStageChange();
	const [shown, show] = useOptimistic(stage);
	const [, startChange] = useTransition();
	const [losing, setLosing] = useState(false);
	const [asked, setAsked] = useState(false);
	const [isLostAlready, setIsLostAlready] = useState(false);
	const lostButton = useRef<HTMLButtonElement>(null);
	if (asked !== asksWhyLost) {
		setAsked(asksWhyLost);
		setLosing(asksWhyLost && stage !== 'closed_lost');
		setIsLostAlready(asksWhyLost && stage === 'closed_lost');
	}

	useEffect(() => {
		if (!isLostAlready) return;
		saySameStage(name, 'closed_lost');
		router.replace(dealPath(id), { scroll: false });
	}, [isLostAlready, name, id, router]);

	function stopAsking() {
		setLosing(false);
		// so that reloading the page does not ask again
		if (asksWhyLost) router.replace(dealPath(id), { scroll: false });
	}

	function change(target: DealStage) {
		if (target === shown) return;
		if (target === 'closed_lost') return setLosing(true);
		startChange(async () => {
			show(target);
			const result = await changeStage(id, target);
			if (!result.ok) sayFailure(result);
		});
	}

	const steps = dealStages.map((each) => {
		const spent = days[each];
		const present = each === shown;
		return (
			<li key={each}>
				<button
					ref={each === 'closed_lost' ? lostButton : undefined}
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
						<span>{stageNames[each]}</span>
					</span>
					{spent !== undefined && (
						<span className={cn('pl-4 text-xs tabular-nums', !present && 'text-muted-foreground')}>
							{spent === 0 ? 'less than a day' : counted(spent, 'day', 'days')}
						</span>
					)}
				</button>
			</li>
		);
	});
	return (
		<>
			<ol aria-label="Change stage" className="grid grid-cols-2 gap-1.5 sm:grid-cols-3 xl:grid-cols-6">
				{steps}
			</ol>
			{losing && (
				<LoseDealLazy
					name={name}
					today={today}
					action={(answer) => changeStage(id, 'closed_lost', answer)}
					onDone={stopAsking}
					onCancel={stopAsking}
					onClosed={() => lostButton.current?.focus()}
				/>
			)}
		</>
	);
}
