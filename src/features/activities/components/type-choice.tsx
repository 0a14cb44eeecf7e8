import { type ActivityType, activityTypes, typeNames } from '../types';
import { TypeIcon } from './type-icon';

/** What is logged: one of four, by a click or the arrow keys. */
export function TypeChoice({ initial = 'call', compact }: { initial?: ActivityType; compact?: true }) {
	return (
		<fieldset className="min-w-0">
			<legend className={compact ? 'sr-only' : 'mb-1.5 font-medium leading-none'}>Type</legend>
			<div className="flex w-fit rounded-md border border-input bg-card p-0.5">
				{activityTypes.map((type) => (
					<label
						key={type}
						title={typeNames[type]}
						className="relative inline-flex h-7.5 cursor-pointer items-center gap-1.5 rounded-sm px-2.5 has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring pointer-coarse:h-9"
					>
						<input
							type="radio"
							name="type"
							value={type}
							defaultChecked={type === initial}
							className="absolute inset-0 cursor-pointer opacity-0"
						/>
						<TypeIcon type={type} named />
						<span className={compact ? 'max-sm:sr-only' : undefined}>{typeNames[type]}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
