import { freshnessShapes } from '../map-tones';
import type { Freshness } from '../map-words';

/** The sign of how long ago a contact was last contacted. */
export function FreshnessMark({ freshness }: { freshness: Freshness }) {
	const { path, className } = freshnessShapes[freshness];
	return (
		<svg aria-hidden width={10} height={10} viewBox="-5 -5 10 10" className="shrink-0">
			<path d={path} className={className} />
		</svg>
	);
}
