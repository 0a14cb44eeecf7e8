'use client';

import { useLayoutEffect } from 'react';
import { focusInRecord } from '@/components/layout/record-fields';
import { isShortcut } from '@/lib/browser/keyboard';

/** The key that begins to log, while nobody is typing. */
const logKey = 'l';

/** Puts the focus into the composer of the record's page by its key, and shows the part of the page that it stands in. */
export function useLogKey(isOn: boolean) {
	// before the keys are answered that were pressed before this code was there
	useLayoutEffect(() => {
		if (!isOn) return;
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.key !== logKey || event.repeat || event.defaultPrevented || !isShortcut(event)) return;
			event.preventDefault();
			focusInRecord('log');
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, [isOn]);
}
