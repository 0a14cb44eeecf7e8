import { segmentClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { cn } from '@/lib/cn';
import { type ActivityType, activityTypes, typeNames } from '../activity-types';
import { TypeIcon } from './type-icon';

/** The type of an activity, chosen by a click or the arrow keys. */
export function TypeChoice({ initial = 'call' }: { initial?: ActivityType }) {
	return (
		<fieldset className="min-w-0">
			<legend className="mb-1.5 font-medium leading-none">Type</legend>
			<div className={cn(segmentsClasses, 'border-input')}>
				{activityTypes.map((type) => (
					<label
						key={type}
						title={typeNames[type]}
						className={cn(
							segmentClasses,
							'relative cursor-pointer has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring',
						)}
					>
						<input
							type="radio"
							name="type"
							value={type}
							defaultChecked={type === initial}
							className="absolute inset-0 cursor-pointer opacity-0"
						/>
						<TypeIcon type={type} named />
						<span>{typeNames[type]}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
