'use client';

import { catcherAttributes } from '@/lib/browser/catcher';
import { hearEarlyInput } from '@/lib/browser/early-input';
import { hearEarlySubmits } from '@/lib/browser/early-submit';
import { startAfterFirstFrame } from '@/lib/browser/first-frame';

/** A function as a script that calls it: its text is what the build has made of it, short names and all. */
const called = <Values extends unknown[]>(run: (...values: Values) => void, ...values: Values) =>
	`(${run})(${values.map((value) => JSON.stringify(value)).join()});`;

/** Made on the server only: by the time that code in the browser could have them, they have run. */
const scripts =
	typeof window === 'undefined'
		? {
				input: called(hearEarlyInput, Object.entries(catcherAttributes)),
				submit: [
					// development loads its chunks in other ways
					...(process.env.NODE_ENV === 'production' ? [called(startAfterFirstFrame, 300)] : []),
					called(hearEarlySubmits),
				].join(''),
			}
		: { input: '', submit: '' };

/**
 * A script of our own that hears what is done before the page's code runs; the first of them also has that wait for the first
 * frame. A client component, so that its text is sent once, in the page.
 */
export function EarlyScript({ hears, nonce }: { hears: keyof typeof scripts; nonce: string | undefined }) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: a text of ours
	return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: scripts[hears] }} />;
}
