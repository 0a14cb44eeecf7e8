'use client';

import { signInPath } from '@/lib/browser/read-json';

/**
 * Says that the session is over, and leads to the sign-in in a new tab: what was typed here stays, and goes on from there.
 */
export function SignedOut({ typed = false }: { typed?: boolean }) {
	return (
		<>
			You’ve been signed out.{' '}
			<a
				href={signInPath()}
				target="_blank"
				rel="noopener"
				className="font-medium underline underline-offset-2"
				// the field above keeps the focus, and so what hangs on it stays open
				onMouseDown={(event) => event.preventDefault()}
			>
				Sign in<span className="sr-only"> (opens in a new tab)</span>
			</a>{' '}
			in a new tab, then continue here.{typed && <span>{' Your entries are kept.'}</span>}
		</>
	);
}
