'use client';

import { useEffect, useRef } from 'react';

/**
 * Has the fields of the form around it show again what they are given, once that is for another `state`. They stay the same
 * elements, so that none of them loses the focus.
 */
export function ResetForm({ state }: { state: string }) {
	const mark = useRef<HTMLInputElement>(null);
	const shown = useRef(state);
	useEffect(() => {
		if (shown.current !== state) mark.current?.form?.reset();
		shown.current = state;
	}, [state]);
	return <input ref={mark} type="hidden" />;
}
