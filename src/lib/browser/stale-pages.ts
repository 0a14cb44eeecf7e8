/**
 * What is known in the browser of the pages that were shown before, and that Back and Forward may show again. Next.js
 * forgets them after every action that has the screen read again; this is for what is written in other ways.
 */
export const keptPages = { areStale: false };

const listeners = new Set<() => void>();

/** Says that something was written, or may have been, that the kept pages do not know. */
export function markStale(): void {
	keptPages.areStale = true;
}

/** Has somebody look whether the page on the screen is old, or will be, as the server is still at work on something. */
export function lookForChanges(): void {
	for (const look of listeners) look();
}

/** Has a function called by the above; returns what ends that. */
export function onLookForChanges(look: () => void): () => void {
	listeners.add(look);
	return () => listeners.delete(look);
}

/** By which a tab tells the others of this browser that the session is over. */
const sessionChannel = 'session';

/** Tells the other tabs that nobody is signed in any more, so that none goes on showing what an account holds. */
export function saySignedOut(): void {
	const channel = new BroadcastChannel(sessionChannel);
	channel.postMessage('over');
	channel.close();
}

/** Has a function called when another tab says so; returns what ends that. */
export function onSignedOut(react: () => void): () => void {
	const channel = new BroadcastChannel(sessionChannel);
	channel.onmessage = react;
	return () => channel.close();
}
