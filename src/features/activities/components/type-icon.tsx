import {
	ArrowRightLeftIcon,
	CalendarClockIcon,
	type Icon,
	MailIcon,
	PhoneIcon,
	StickyNoteIcon,
} from '@/components/ui/icons';
import { type ActivityType, typeNames } from '../activity-types';

const icons: Record<ActivityType | 'stage', Icon> = {
	call: PhoneIcon,
	email: MailIcon,
	meeting: CalendarClockIcon,
	note: StickyNoteIcon,
	stage: ArrowRightLeftIcon,
};

/** The icon of a type, with the type's name for screen readers unless that is next to it. */
export function TypeIcon({ type, named }: { type: ActivityType | 'stage'; named?: true }) {
	const Icon = icons[type];
	const name = type === 'stage' ? 'Stage' : typeNames[type];
	return (
		<>
			<Icon className="size-4 shrink-0 text-muted-foreground" />
			{!named && <span className="sr-only">{name}</span>}
		</>
	);
}
