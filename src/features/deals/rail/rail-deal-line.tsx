'use client';
'use no memo';

import { useOptimistic, useRef, useState, useTransition } from 'react';
import { sayFailure } from '@/components/form/say-failure';
import { Badge } from '@/components/ui/badge';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { roleTones, stageMarks } from '@/components/ui/tones';
import { dealPath } from '@/domain/paths';
import { CardMenuLazy } from '../board/card-menu-lazy';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { roleNames } from '../roles';
import { SignalChips } from '../signals/signal-chips';
import { type DealStage, stageNames } from '../stage/stages';
import { useStageChange } from '../stage/use-stage-change';
import type { RailDeal } from './rail-deals';

/** An open deal in a rail, whose stage is changed where it stands. `today` is the user's day, YYYY-MM-DD. */
export function RailDealLine({ deal, today }: { deal: RailDeal; today: string }) {
	const { id, name, value, close, days, role, signal } = deal;
	return (
		<li className="rail-deal">
			<Link href={dealPath(id)} translate="no" className="text-link font-medium">
				{name}
			</Link>
			<p data-value>{value}</p>
			<div data-where>
				<StageMenu id={id} name={name} stage={deal.stage} today={today} />
				{role && <Badge className={roleTones[role]}>{roleNames[role]}</Badge>}
				<span>{days === 0 ? 'since today' : days === 1 ? '1 day' : `${days} days`}</span>
				{close ? (
					<span data-passed={close.hasPassed || undefined}>
						closes <span>{close.day}</span>
					</span>
				) : (
					<span>no expected close date</span>
				)}
			</div>
			{signal && <SignalChips signals={[signal]} />}
		</li>
	);
}

type StageMenuProps = { id: string; name: string; stage: DealStage; today: string };

/** A deal's stage; pressed, it lists those to move to. */
function StageMenu({ id, name, stage, today }: StageMenuProps) {
	const changeStage = useStageChange();
	const [shown, show] = useOptimistic(stage);
	const [, startChange] = useTransition();
	const [isOpen, setOpen] = useState(false);
	const [isLosing, setLosing] = useState(false);
	const button = useRef<HTMLButtonElement>(null);

	function toStage(target: DealStage) {
		setOpen(false);
		if (target === 'closed_lost') return setLosing(true);
		startChange(async () => {
			show(target);
			const result = await changeStage(id, target);
			if (!result.ok) sayFailure(result);
		});
	}

	return (
		<span data-menu>
			<button ref={button} type="button" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
				<span aria-hidden data-dot className={stageMarks[shown]} />
				<span className="sr-only">
					Stage of <span translate="no">{name}</span>:{' '}
				</span>
				<span>{stageNames[shown]}</span>
				<ChevronDownIcon className="size-3 text-muted-foreground" />
			</button>
			{isOpen && <CardMenuLazy move={{ stage: shown, toStage }} name={name} onClose={() => setOpen(false)} />}
			{isLosing && (
				<LoseDealLazy
					name={name}
					today={today}
					action={(answer) => changeStage(id, 'closed_lost', answer)}
					onDone={() => setLosing(false)}
					onCancel={() => setLosing(false)}
					onClosed={() => button.current?.focus()}
				/>
			)}
		</span>
	);
}
