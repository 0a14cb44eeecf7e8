'use client';

import { signalLooks } from './signal-chips';
import type { CardSignals } from './signals';

/**
 * The signal of a deal that matters most, and the number of others. Hovering, focusing or tapping it shows all of them with how to
 * clear each, where the page has `SignalHints`.
 */
export function WorstSignal({ signals: { signals, brief, others } }: { signals: CardSignals }) {
	return (
		<button type="button" data-signals className="worst-signal">
			{signals.map(({ kind, text }, index) => (
				<span key={kind} data-signal={kind} data-signal-text={text} className={signalLooks[kind].tone}>
					{index === 0 && (
						<>
							<svg aria-hidden className={signalLooks[kind].icon} />
							<span aria-hidden>{brief}</span>
						</>
					)}
					<span className="sr-only">{text} </span>
				</span>
			))}
			{others > 0 && <span aria-hidden>+{others}</span>}
		</button>
	);
}
