/** Names that were typed and then taken by Enter, or left, before it was known what they find. */
const finding = new Set<Promise<string | null>>();

/** Has forms wait with what they send for a promise, which gives the name if it took nothing, and null if it did. */
export function waitForFound(found: Promise<string | null>) {
	const done = () => finding.delete(found);
	finding.add(found);
	found.then(done, done);
}

/** Whether a form has to wait for `allFound`. */
export const isFinding = () => finding.size > 0;

/** Waits until it is known what every typed name finds, and the form holds it. Returns the names that took nothing. */
export async function allFound(): Promise<string[]> {
	const lost: string[] = [];
	while (finding.size > 0) {
		const found = await Promise.allSettled(finding);
		lost.push(...found.flatMap((each) => (each.status === 'fulfilled' && each.value) || []));
	}
	return lost;
}
