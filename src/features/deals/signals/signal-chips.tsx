import type { IconClass } from '@/components/ui/icons';
import type { ShownSignal, SignalKind } from './signals';

/** The picture and the color of each signal. */
export const signalLooks: Record<SignalKind, { icon: IconClass; tone: string }> = {
	overdue: { icon: 'icon-triangle-alert', tone: 'text-destructive-ink' },
	today: { icon: 'icon-calendar-check', tone: 'text-success-ink' },
	later: { icon: 'icon-calendar-clock', tone: 'text-muted-foreground' },
	none: { icon: 'icon-circle-dashed', tone: 'text-warning-ink' },
	close: { icon: 'icon-calendar-x', tone: 'text-destructive-ink' },
	stale: { icon: 'icon-hourglass', tone: 'text-warning-ink' },
	nobodyKnown: { icon: 'icon-user-round-search', tone: 'text-warning-ink' },
	nobodyDecides: { icon: 'icon-user-round-search', tone: 'text-warning-ink' },
	oneContact: { icon: 'icon-user-round', tone: 'text-warning-ink' },
	decidersQuiet: { icon: 'icon-hourglass', tone: 'text-warning-ink' },
	blockerHardlyMet: { icon: 'icon-shield-alert', tone: 'text-warning-ink' },
};

/** A deal's signals in words, each with its icon and color. */
export function SignalChips({ signals }: { signals: ShownSignal[] }) {
	return (
		<span className="signal-chips">
			{signals.map(({ kind, text }) => (
				<span key={kind} data-signal={kind} className={signalLooks[kind].tone}>
					<svg aria-hidden className={signalLooks[kind].icon} />
					<span>{text}</span>{' '}
				</span>
			))}
		</span>
	);
}
