import { DealSignals } from './deal-signals';
import { SignalHints } from './signal-hints';
import type { ShownSignal } from './signals';

/** What a deal needs, in words. */
export function SignalCard({ signals }: { signals: ShownSignal[] }) {
	if (signals.length === 0) return null;
	return (
		<section aria-label="Signals" className="rounded-lg border bg-card px-3.5 py-2">
			<DealSignals signals={signals} />
			<SignalHints />
		</section>
	);
}
