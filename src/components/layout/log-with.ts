import { focusInRecord } from './record-fields';

// How another part of a record's page has its composer take something up: "Log" beside a contact, "Plan a meeting" of a signal.
// The composer calls `onLogWith` once its code is there; what was asked for before that waits for it.

/** What the composer is asked to begin with. */
export type LogRequest = {
	/** Replaces whoever stands in With; the rest of what is typed stays. */
	contact?: { id: string; name: string };
	/** Selects the type; absent, it stays as it is. */
	type?: 'call' | 'email' | 'meeting' | 'note';
	/** Asks for a time that is still to come, as something is planned and not logged. */
	isPlanned?: boolean;
};

type Listener = (request: LogRequest) => void;

const listeners: Listener[] = [];
let waiting: { request: LogRequest; path: string } | null = null;

/** Asks the composer on the screen to begin with a contact or a type, and to take the focus. */
export function logWith(request: LogRequest): void {
	// of two, the one that came last lies over the other
	const listener = listeners.at(-1);
	if (listener) listener(request);
	else waiting = { request, path: window.location.pathname };
	focusInRecord('log');
}

/** Has a composer take up what is asked for, at once also what waits for it on this page. Returns what ends that. */
export function onLogWith(listener: Listener): () => void {
	listeners.push(listener);
	if (waiting?.path === window.location.pathname) listener(waiting.request);
	waiting = null;
	return () => void listeners.splice(listeners.indexOf(listener), 1);
}
