'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Belonging } from '@/domain/creating';
import { readJson } from '@/lib/browser/read-json';
import type { Preset } from './server/preset-queries';

/**
 * What a dialog is opened with: null while it is on its way, with a function that waits for it and asks again where that failed. What
 * is not there any more, it does not name.
 */
export function usePreset(of: Belonging) {
	const [preset, setPreset] = useState<Preset | null>(null);
	const asked = useRef<Promise<Preset> | null>(null);
	const query = String(new URLSearchParams(of));

	function read(): Promise<Preset> {
		asked.current ??= readJson<Preset>(`/api/quick-create?${query}`).then(
			(found) => {
				setPreset(found);
				return found;
			},
			(error: unknown) => {
				asked.current = null;
				throw error;
			},
		);
		return asked.current;
	}

	const ask = useEffectEvent(() => void read().catch(() => {}));

	useEffect(() => {
		const again = () => ask();
		again();
		// from the sign-in in another tab, or from where there was no network
		window.addEventListener('focus', again);
		window.addEventListener('online', again);
		return () => {
			window.removeEventListener('focus', again);
			window.removeEventListener('online', again);
		};
	}, []);

	return { preset, read };
}
