'use client';

import { SignalChips } from './signal-chips';
import type { ShownSignal } from './signals';

/** A deal's signals. Hovering, focusing or tapping them shows how to clear each, where the page has `SignalHints`. */
export function DealSignals({ signals }: { signals: ShownSignal[] }) {
	if (signals.length === 0) return null;
	return (
		<button type="button" data-signals className="deal-signals">
			<SignalChips signals={signals} />
		</button>
	);
}
