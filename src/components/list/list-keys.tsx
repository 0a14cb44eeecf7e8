'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { isShortcut } from '@/lib/browser/keyboard';

/** Around a list's rows: `j` and `k` go to the next and the previous, Enter opens, `x` selects. Not while typing. */
export function ListKeys({ children }: { children: ReactNode }) {
	const frame = useRef<HTMLDivElement>(null);

	useEffect(() => {
		function onKeyDown(event: KeyboardEvent) {
			if (!isShortcut(event)) return;
			const links = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row-link] a') ?? [])];
			const rows = links.map((link) => link.closest('[data-row]'));
			const present = rows.indexOf(document.activeElement?.closest('[data-row]') ?? null);
			if (event.key === 'j' || event.key === 'k') {
				const next = event.key === 'j' ? Math.min(present + 1, links.length - 1) : Math.max(present - 1, 0);
				links[next]?.focus();
				event.preventDefault();
			} else if (event.key === 'x' && present >= 0) {
				rows[present]?.querySelector<HTMLInputElement>('input[name=selected]')?.click();
				event.preventDefault();
			}
		}
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);

	return <div ref={frame}>{children}</div>;
}
