'use client';

import { earlyInputScript } from '@/lib/browser/early-input';
import { earlySubmitScript } from '@/lib/browser/early-submit';
import { firstFrameScript } from '@/lib/browser/first-frame';

// development loads its chunks in other ways
const onceSeen = process.env.NODE_ENV === 'production' ? `${firstFrameScript}\n` : '';

/** Every page carries these: without comments and indents. */
const bare = (script: string) => script.replace(/^\t*(\/\/.*\n)?/gm, '');

/** By the time that code in the browser could have them, they have run. */
const scripts =
	typeof window === 'undefined'
		? { input: bare(earlyInputScript), submit: bare(onceSeen + earlySubmitScript) }
		: { input: '', submit: '' };

/**
 * A script of our own that hears what is done before the page's code runs; the first of them also has that wait for the first
 * frame. A client component, so that its text is sent once, in the page.
 */
export function EarlyScript({ hears, nonce }: { hears: keyof typeof scripts; nonce: string | undefined }) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: a text of ours
	return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: scripts[hears] }} />;
}
