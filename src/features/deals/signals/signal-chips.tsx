import {
	CalendarCheckIcon,
	CalendarClockIcon,
	CalendarXIcon,
	CircleDashedIcon,
	HourglassIcon,
	type Icon,
	TriangleAlertIcon,
	UserRoundIcon,
	UserRoundSearchIcon,
} from '@/components/ui/icons';
import { cn } from '@/lib/cn';
import type { ShownSignal, SignalKind } from './signals';

const looks: Record<SignalKind, { Icon: Icon; tone: string }> = {
	overdue: { Icon: TriangleAlertIcon, tone: 'text-destructive-ink' },
	today: { Icon: CalendarCheckIcon, tone: 'text-success-ink' },
	later: { Icon: CalendarClockIcon, tone: 'text-muted-foreground' },
	none: { Icon: CircleDashedIcon, tone: 'text-warning-ink' },
	close: { Icon: CalendarXIcon, tone: 'text-destructive-ink' },
	stale: { Icon: HourglassIcon, tone: 'text-warning-ink' },
	nobodyKnown: { Icon: UserRoundSearchIcon, tone: 'text-warning-ink' },
	nobodyDecides: { Icon: UserRoundSearchIcon, tone: 'text-warning-ink' },
	oneContact: { Icon: UserRoundIcon, tone: 'text-warning-ink' },
	decidersQuiet: { Icon: HourglassIcon, tone: 'text-warning-ink' },
};

/** A deal's signals in words, each with its icon and color. */
export function SignalChips({ signals, className }: { signals: ShownSignal[]; className?: string | undefined }) {
	return (
		<span className={cn('flex flex-wrap gap-x-3 gap-y-0.5 text-xs leading-5', className)}>
			{signals.map(({ kind, text }) => {
				const { Icon, tone } = looks[kind];
				return (
					<span key={kind} className={cn('inline-flex items-start gap-1 text-left font-medium tabular-nums', tone)}>
						<Icon className="mt-0.75 size-3.5 shrink-0" />
						<span className="wrap-anywhere">{text}</span>{' '}
					</span>
				);
			})}
		</span>
	);
}
