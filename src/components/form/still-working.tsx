'use client';

import { useEffect, useState } from 'react';

/** After so many milliseconds the user is told that the work goes on. */
const moment = 3_000;

/** Says of work that takes longer than a moment that it goes on, and for how long it may; nothing before. */
export function StillWorking({ pending }: { pending: boolean }) {
	const [isLong, setLong] = useState(false);
	useEffect(() => {
		if (!pending) return;
		const timer = setTimeout(() => setLong(true), moment);
		return () => {
			clearTimeout(timer);
			setLong(false);
		};
	}, [pending]);
	return (
		<p role="status" className="text-muted-foreground text-sm empty:absolute">
			{pending && isLong ? 'Still working. With many records this can take a few minutes.' : null}
		</p>
	);
}
