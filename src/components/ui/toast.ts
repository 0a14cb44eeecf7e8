import type { ReactNode } from 'react';
import type { ExternalToast, toast as sonnerToast } from 'sonner';

type Kind = 'success' | 'info' | 'error' | 'loading';
type Toaster = Pick<typeof sonnerToast, Kind | 'dismiss'>;

let toaster: Toaster | null = null;
/** What is to be said before the code of the messages is there. */
const waiting: ((toaster: Toaster) => void)[] = [];

/** To be called once messages can be shown: shows those that were said before. */
export function toasterIsThere(present: Toaster): void {
	toaster = present;
	for (const say of waiting.splice(0)) say(present);
}

let fetchToaster = () => {};

/** Says how the code that shows messages is fetched: the first message asks for it at once. */
export function toasterComesBy(fetch: () => Promise<void>): void {
	// where it fails, it is tried again when the browser is idle
	fetchToaster = () => void fetch().catch(() => undefined);
}

function say(what: (toaster: Toaster) => void): void {
	if (toaster) what(toaster);
	else {
		waiting.push(what);
		fetchToaster();
	}
}

const saying = (kind: Kind) => (message: ReactNode, options?: ExternalToast) => {
	say((present) => present[kind](message, options));
};

/** Says something in the corner. What it looks like comes with the `Toaster`, after the page. */
export const toast = {
	success: saying('success'),
	info: saying('info'),
	error: saying('error'),
	loading: saying('loading'),
	/** Takes a message away, by its id. */
	dismiss: (id: string) => say((present) => present.dismiss(id)),
};
