const place = 'minicrm-reminded';
/** What was said longer ago than this, in milliseconds, is forgotten. */
const kept = 2 * 86_400_000;

/**
 * Whether this tab is the first of the browser's that says a reminder. Where the browser keeps nothing for the site, each tab says it.
 */
export async function claimReminder(key: string): Promise<boolean> {
	const claim = () => {
		const said = readSaid();
		if (key in said) return false;
		const now = Date.now();
		const recent = Object.entries(said).filter(([, at]) => now - at < kept);
		try {
			localStorage.setItem(place, JSON.stringify({ ...Object.fromEntries(recent), [key]: now }));
		} catch {
			// full, or not allowed
		}
		return true;
	};
	// tabs claim one after the other; without a secure address there are no locks
	return navigator.locks ? navigator.locks.request(place, claim) : claim();
}

function readSaid(): Record<string, number> {
	try {
		const said: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
		return typeof said === 'object' && said !== null ? (said as Record<string, number>) : {};
	} catch {
		return {};
	}
}
