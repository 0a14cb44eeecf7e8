import { ArrowRightLeft, CalendarClock, type LucideIcon, Mail, Phone, StickyNote } from 'lucide-react';
import { type ActivityType, typeNames } from '../activity-types';

const icons: Record<ActivityType | 'stage', LucideIcon> = {
	call: Phone,
	email: Mail,
	meeting: CalendarClock,
	note: StickyNote,
	stage: ArrowRightLeft,
};

/** The icon of a type, with the type's name for screen readers unless that is next to it. */
export function TypeIcon({ type, named }: { type: ActivityType | 'stage'; named?: true }) {
	const Icon = icons[type];
	const name = type === 'stage' ? 'Stage' : typeNames[type];
	return (
		<>
			<Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
			{!named && <span className="sr-only">{name}</span>}
		</>
	);
}
