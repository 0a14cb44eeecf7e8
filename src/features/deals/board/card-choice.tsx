'use client';

import { SlidersHorizontalIcon } from '@/components/ui/icons';
import { type CardPart, cardPartNames, cardParts } from './board-choices';

type CardChoiceProps = { parts: readonly CardPart[]; onChange: (parts: CardPart[]) => void };

/** Chooses what cards show, in a small list of boxes that hangs on its button. */
export function CardChoice({ parts, onChange }: CardChoiceProps) {
	return (
		<>
			<button type="button" popoverTarget="card-parts" className="board-choice">
				<SlidersHorizontalIcon className="size-3.5" />
				<span>Cards show</span>
			</button>
			<fieldset id="card-parts" popover="auto" className="board-choices">
				<legend className="sr-only">Cards show</legend>
				{cardParts.map((part) => (
					<label key={part}>
						<input
							type="checkbox"
							checked={parts.includes(part)}
							onChange={({ target }) =>
								onChange(cardParts.filter((each) => (each === part ? target.checked : parts.includes(each))))
							}
						/>
						{cardPartNames[part]}
					</label>
				))}
			</fieldset>
		</>
	);
}
