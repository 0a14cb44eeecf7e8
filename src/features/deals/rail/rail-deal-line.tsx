'use client';
'use no memo';

import { useOptimistic, useRef, useState, useTransition } from 'react';
import { PropertyAlone } from '@/components/form/in-place/property-alone';
import { sayFailure } from '@/components/form/say-failure';
import { Badge } from '@/components/ui/badge';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { roleTones, stageMarks } from '@/components/ui/tones';
import { dealPath } from '@/domain/paths';
import { placeInList } from '@/lib/browser/place-in-list';
import { changeDealField } from '../actions';
import { CardMenuLazy } from '../board/card-menu-lazy';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { roleNames } from '../roles';
import { SignalChips } from '../signals/signal-chips';
import { type DealStage, stageNames } from '../stage/stages';
import { useStageChange } from '../stage/use-stage-change';
import type { RailDeal } from './rail-deals';

type RailDealLineProps = {
	deal: RailDeal;
	/** The user's day, YYYY-MM-DD. */
	today: string;
	/** Called with each change; it is awaited before what is shown gives way to what was saved. */
	onChange: () => Promise<void>;
};

/** An open deal in a rail, whose value and stage are changed where they stand. */
export function RailDealLine({ deal, today, onChange }: RailDealLineProps) {
	const { id, name, value, amount, close, days, role, signal } = deal;
	return (
		<li className="rail-deal">
			<Link href={dealPath(id)} translate="no" className="text-link font-medium">
				{name}
			</Link>
			<PropertyAlone
				id={id}
				save={changeDealField}
				settle={onChange}
				property={{
					...{ field: 'value', label: 'Value', of: name, value: amount, text: value },
					editor: { as: 'money' },
				}}
			/>
			<div data-where>
				<StageMenu id={id} name={name} stage={deal.stage} today={today} onChange={onChange} />
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

type StageMenuProps = Pick<RailDealLineProps, 'today' | 'onChange'> & Pick<RailDeal, 'id' | 'name' | 'stage'>;

/** A deal's stage; pressed, it lists those to move to. */
function StageMenu({ id, name, stage, today, onChange }: StageMenuProps) {
	const changeStage = useStageChange();
	const [shown, show] = useOptimistic(stage);
	const [, startChange] = useTransition();
	const [isOpen, setOpen] = useState(false);
	const [isLosing, setLosing] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	/** Gives the focus back once the question is gone, and perhaps the deal with it. */
	const giveBack = useRef(() => {});

	async function change(target: DealStage, answer?: Record<string, unknown>) {
		const result = await changeStage(id, target, answer);
		await onChange();
		return result;
	}

	function toStage(target: DealStage) {
		setOpen(false);
		if (target === 'closed_lost') {
			if (button.current) giveBack.current = placeInList(button.current);
			return setLosing(true);
		}
		startChange(async () => {
			show(target);
			const result = await change(target);
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
					action={(answer) => change('closed_lost', answer)}
					onDone={() => setLosing(false)}
					onCancel={() => setLosing(false)}
					onClosed={() => giveBack.current()}
				/>
			)}
		</span>
	);
}
