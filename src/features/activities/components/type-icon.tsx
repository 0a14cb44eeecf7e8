import type { IconClass } from '@/components/ui/icons';
import { type ActivityType, typeNames } from '../activity-types';

export const typeIcons: Record<ActivityType | 'stage', IconClass> = {
	call: 'icon-phone',
	email: 'icon-mail',
	meeting: 'icon-calendar-clock',
	note: 'icon-sticky-note',
	stage: 'icon-arrow-right-left',
};

/** The icon of a type, with the type's name for screen readers unless that is next to it. */
export function TypeIcon({ type, named }: { type: ActivityType | 'stage'; named?: true }) {
	const name = type === 'stage' ? 'Stage' : typeNames[type];
	return (
		<>
			<svg aria-hidden className={`${typeIcons[type]} size-4 shrink-0 text-muted-foreground`} />
			{!named && <span className="sr-only">{name}</span>}
		</>
	);
}
