'use client';

import { SlidersHorizontalIcon } from '@/components/ui/icons';
import { isAddedName } from '@/lib/list/added-names';
import { maxCardFields } from '../stage/stages';
import { type CardPart, cardPartNames, cardParts } from './board-choices';
import { useCardFields } from './card-fields';

type CardChoiceProps = { parts: readonly CardPart[]; onChange: (parts: CardPart[]) => void };

/** Chooses what cards show, in a small list of boxes that hangs on its button. */
export function CardChoice({ parts, onChange }: CardChoiceProps) {
	const fields = useCardFields();
	const all = [...cardParts, ...fields.map(({ part }) => part)];
	const isFull = parts.filter(isAddedName).length >= maxCardFields;
	const choose = (part: CardPart, on: boolean) =>
		onChange(all.filter((each) => (each === part ? on : parts.includes(each))));
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
							onChange={({ target }) => choose(part, target.checked)}
						/>
						{cardPartNames[part]}
					</label>
				))}
				{fields.map(({ part, name }) => (
					<label key={part}>
						<input
							type="checkbox"
							checked={parts.includes(part)}
							disabled={isFull && !parts.includes(part)}
							onChange={({ target }) => choose(part, target.checked)}
						/>
						<span translate="no">{name}</span>
					</label>
				))}
				{isFull && <p>Cards show up to {maxCardFields} custom fields.</p>}
			</fieldset>
		</>
	);
}
