'use client';
'use no memo';

import { useRouter } from 'next/navigation';
import { useEffect, useOptimistic, useRef, useState, useTransition } from 'react';
import { sayFailure } from '@/components/form/say-failure';
import { CheckIcon, CircleXIcon, type Icon, TrophyIcon } from '@/components/ui/icons';
import { dealPath } from '@/domain/paths';
import { counted } from '@/lib/text/counted';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { type DealStage, dealStages, isClosed, openStages, stageNames } from './stages';
import { saySameStage, useStageChange } from './use-stage-change';

type StageStepperProps = {
	id: string;
	stage: DealStage;
	/** The days spent in each stage. */
	days: Partial<Record<DealStage, number>>;
	/** The open stage that the deal was in before it was closed, and when that was. */
	closed: { from: DealStage; day: string } | null;
	name: string;
	/** Whether the page was opened to answer why the deal is lost. */
	asksWhyLost: boolean;
	/** The user's day, YYYY-MM-DD. */
	today: string;
};

/** The open stages as steps, and apart from them the two ways to close a deal; each is a button that brings the deal there. */
export function StageStepper({ id, stage, days, closed, name, asksWhyLost, today }: StageStepperProps) {
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

	const reached = isClosed(shown) ? closed?.from : shown;
	const place = reached ? dealStages.indexOf(reached) : -1;
	return (
		<>
			<div className="stage-strip">
				<ol aria-label="Change stage">
					{openStages.map((each, index) => (
						<li
							key={each}
							data-step={index < place || isClosed(shown) ? 'passed' : index === place ? 'present' : 'ahead'}
						>
							<button
								type="button"
								aria-current={each === shown ? 'step' : undefined}
								title={stageNames[each]}
								onClick={() => change(each)}
							>
								<span data-name>{stageNames[each]}</span>
								{(index < place || (isClosed(shown) && index === place)) && <CheckIcon />}
								<Spent days={days[each]} soFar={each === shown && each === stage} />
							</button>
						</li>
					))}
					<li data-end>
						<EndButton
							stage="closed_won"
							shown={shown}
							icon={TrophyIcon}
							on={closed?.day}
							onClick={() => change('closed_won')}
						/>
					</li>
					<li data-end>
						<EndButton
							ref={lostButton}
							stage="closed_lost"
							shown={shown}
							icon={CircleXIcon}
							on={closed?.day}
							onClick={() => change('closed_lost')}
						/>
					</li>
				</ol>
				{closed && isClosed(shown) && (
					<button type="button" data-reopen onClick={() => change(closed.from)}>
						Reopen
					</button>
				)}
			</div>
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

/** How long the deal was in a stage, or has been so far. */
function Spent({ days, soFar }: { days: number | undefined; soFar: boolean }) {
	if (days === undefined) return null;
	return (
		<span data-spent>
			<span>{days === 0 ? 'less than a day' : counted(days, 'day', 'days')}</span>
			{soFar && <span data-so-far> so far</span>}
		</span>
	);
}

type EndButtonProps = {
	ref?: React.Ref<HTMLButtonElement>;
	stage: 'closed_won' | 'closed_lost';
	shown: DealStage;
	icon: Icon;
	/** The day on which the deal was closed. */
	on: string | undefined;
	onClick: () => void;
};

/** Closes the deal, or says that and when it was. */
function EndButton({ ref, stage, shown, icon: Picture, on, onClick }: EndButtonProps) {
	const present = stage === shown;
	return (
		<button
			ref={ref}
			type="button"
			aria-current={present ? 'step' : undefined}
			data-end={stage}
			className="button"
			onClick={onClick}
		>
			<Picture />
			<span className="sr-only">Closed </span>
			<span>{stage === 'closed_won' ? 'Won' : 'Lost'}</span>
			{present && on && (
				<span>
					{' '}
					on <span>{on}</span>
				</span>
			)}
		</button>
	);
}
