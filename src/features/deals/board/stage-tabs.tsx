'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { stageMarks } from '@/components/ui/tones';
import { counted } from '@/lib/text/counted';
import { type DealStage, stageNames } from '../stage/stages';

type StageTabsProps = {
	board: RefObject<HTMLElement | null>;
	stages: DealStage[];
	counts: Record<DealStage, { count: number }>;
};

/** On a phone: which column is on the screen, and the way to the others. */
export function StageTabs({ board, stages, counts }: StageTabsProps) {
	const [shown, setShown] = useState(stages[0]);
	const tabs = useRef<HTMLElement>(null);

	useEffect(() => {
		const root = board.current;
		if (!root) return;
		const observer = new IntersectionObserver(
			(entries) => {
				// a busy page hears of several columns at once, the one that came last at the end
				const inView = entries.findLast(({ isIntersecting }) => isIntersecting);
				if (inView) setShown((inView.target as HTMLElement).dataset.stage as DealStage);
			},
			{ root, threshold: 0.6 },
		);
		for (const column of root.querySelectorAll('[data-stage]')) observer.observe(column);
		return () => observer.disconnect();
	}, [board]);

	// the tab of the column stays in sight, without moving the page
	useEffect(() => {
		const tab = tabs.current?.children[shown ? stages.indexOf(shown) : 0];
		if (!tabs.current || !(tab instanceof HTMLElement)) return;
		tabs.current.scrollTo({ left: tab.offsetLeft - (tabs.current.clientWidth - tab.clientWidth) / 2 });
	}, [shown, stages]);

	return (
		<nav ref={tabs} aria-label="Stages" className="board-tabs">
			{stages.map((stage) => (
				<button
					key={stage}
					type="button"
					aria-current={stage === shown ? 'true' : undefined}
					onClick={() =>
						board.current
							?.querySelector(`[data-stage=${stage}]`)
							?.scrollIntoView({ block: 'nearest', inline: 'start', behavior: 'smooth' })
					}
				>
					<span aria-hidden className={`size-2 rounded-full ${stageMarks[stage]}`} />
					<span>{stageNames[stage]}</span>
					<span className="tabular-nums">
						<span aria-hidden>{counts[stage].count.toLocaleString('en')}</span>
						<span className="sr-only">{counted(counts[stage].count, 'deal', 'deals')}</span>
					</span>
				</button>
			))}
		</nav>
	);
}
