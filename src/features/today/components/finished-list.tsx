'use client';
'use no memo';

import { useUndo } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { CircleCheckIcon } from '@/components/ui/icons';
import type { Finished } from '../use-agenda';

type FinishedListProps = {
	finished: Finished[];
	onUndone: (changeSet: string) => void;
	/** Whether it is all that its page shows. */
	isPage?: true;
};

/** Says that nothing is left, with what was done here and the way back for each. */
export function FinishedList({ finished, onUndone, isPage }: FinishedListProps) {
	const undo = useUndo();
	const Heading = isPage ? 'h1' : 'h2';
	return (
		<section aria-labelledby="nothing-left" className="nothing-left">
			<CircleCheckIcon className="size-8 text-success-ink" />
			<Heading id="nothing-left">Nothing left for today</Heading>
			{finished.length > 0 ? (
				<ul aria-label="Finished here">
					{finished.map(({ entry, what, changeSet }) => (
						<li key={changeSet}>
							<span>{what}</span>
							<span translate="no">{entry.title}</span>
							<Button
								variant="ghost"
								size="sm"
								onClick={() => {
									undo(changeSet);
									onUndone(changeSet);
								}}
							>
								Undo<span className="sr-only"> {entry.title}</span>
							</Button>
						</li>
					))}
				</ul>
			) : (
				!isPage && <p>What comes next is under Next seven days.</p>
			)}
		</section>
	);
}
