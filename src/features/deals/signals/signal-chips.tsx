import {
	CalendarCheck,
	CalendarClock,
	CalendarX,
	CircleDashed,
	Hourglass,
	type LucideIcon,
	TriangleAlert,
	UserRound,
	UserRoundSearch,
} from 'lucide-react';
import { cn } from '@/lib/cn';
import type { ShownSignal, SignalKind } from './signals';

const looks: Record<SignalKind, { Icon: LucideIcon; tone: string }> = {
	overdue: { Icon: TriangleAlert, tone: 'text-destructive-ink' },
	today: { Icon: CalendarCheck, tone: 'text-success-ink' },
	later: { Icon: CalendarClock, tone: 'text-muted-foreground' },
	none: { Icon: CircleDashed, tone: 'text-warning-ink' },
	close: { Icon: CalendarX, tone: 'text-destructive-ink' },
	stale: { Icon: Hourglass, tone: 'text-warning-ink' },
	nobodyKnown: { Icon: UserRoundSearch, tone: 'text-warning-ink' },
	nobodyDecides: { Icon: UserRoundSearch, tone: 'text-warning-ink' },
	oneContact: { Icon: UserRound, tone: 'text-warning-ink' },
	decidersQuiet: { Icon: Hourglass, tone: 'text-warning-ink' },
};

/** A deal's signals in words, each with its icon and color. */
export function SignalChips({ signals, className }: { signals: ShownSignal[]; className?: string | undefined }) {
	return (
		<span className={cn('flex flex-wrap gap-x-3 gap-y-0.5 text-xs leading-5', className)}>
			{signals.map(({ kind, text }) => {
				const { Icon, tone } = looks[kind];
				return (
					<span key={kind} className={cn('inline-flex items-start gap-1 text-left font-medium tabular-nums', tone)}>
						<Icon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
						<span className="wrap-anywhere">{text}</span>{' '}
					</span>
				);
			})}
		</span>
	);
}
