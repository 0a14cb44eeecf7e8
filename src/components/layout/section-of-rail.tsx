'use client';

import { type ReactNode, useRef } from 'react';
import { useKeptFocus } from '@/components/ui/use-kept-focus';

/** A part of a rail; the focus stays in it where a line that has it goes away. */
export function SectionOfRail({ label, children }: { label: string; children: ReactNode }) {
	const section = useRef<HTMLElement>(null);
	useKeptFocus(section);
	return (
		<section ref={section} data-section aria-label={label}>
			{children}
		</section>
	);
}
