'use no memo';

import { type ActivityType, activityTypes, typeNames } from '../activity-types';
import { TypeIcon } from '../components/type-icon';

type ComposerTypesProps = { type: ActivityType; onType: (type: ActivityType) => void };

/** What is logged, chosen by a click or the arrow keys. */
export function ComposerTypes({ type: chosen, onType }: ComposerTypesProps) {
	return (
		<fieldset data-types>
			<legend className="sr-only">Type</legend>
			{activityTypes.map((type) => (
				<label key={type}>
					<input type="radio" name="type" value={type} checked={type === chosen} onChange={() => onType(type)} />
					<TypeIcon type={type} named />
					{typeNames[type]}
				</label>
			))}
		</fieldset>
	);
}
