import { Kbd } from '@/components/ui/kbd';

const hints = [
	{ key: 'Space', does: 'pick up' },
	{ key: 'm', does: 'move' },
	{ key: 'l', does: 'log' },
	{ key: 'n', does: 'follow-up' },
	{ key: 'e', does: 'edit' },
	{ key: '.', does: 'menu' },
	{ key: 'Enter', does: 'open' },
];

/** The keys that work on a card, seen below the board while one has the focus. Screen readers have the list of shortcuts. */
export function BoardHints({ carries }: { carries: boolean }) {
	return (
		<p aria-hidden className="board-hints">
			{hints
				.filter(({ key }) => carries || key !== 'Space')
				.map(({ key, does }) => (
					<span key={key}>
						<Kbd>{key}</Kbd> {does}
					</span>
				))}
		</p>
	);
}
