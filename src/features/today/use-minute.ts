'use client';

import { useEffect, useState } from 'react';

/** The moment, again every minute; undefined until the page's code runs, as the server's words are right until then. */
export function useMinute(): Date | undefined {
	const [now, setNow] = useState<Date>();
	useEffect(() => {
		const timer = setInterval(() => setNow(new Date()), 60_000);
		return () => clearInterval(timer);
	}, []);
	return now;
}
