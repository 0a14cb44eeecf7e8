'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

/** The height of the page's own header, below which a record's head has gone, in pixels. */
const headerHeight = 56;

/** A record's name and actions on one line, for as long as its head has been scrolled away. */
export function RecordShortHead({ name, children }: { name: string; children: ReactNode }) {
	const element = useRef<HTMLDivElement>(null);
	const [shown, setShown] = useState(false);
	useEffect(() => {
		const head = element.current?.previousElementSibling;
		if (!head) return;
		const observer = new IntersectionObserver(([entry]) => entry && setShown(!entry.isIntersecting), {
			rootMargin: `-${headerHeight}px 0px 0px 0px`,
		});
		observer.observe(head);
		return () => observer.disconnect();
	}, []);
	useEffect(() => {
		// in the side panel it is not the page that scrolls
		if (!shown || !element.current?.closest('main > .record')) return;
		document.documentElement.dataset.headIsShort = '';
		return () => {
			delete document.documentElement.dataset.headIsShort;
		};
	}, [shown]);
	return (
		<div ref={element} data-short-head={shown ? 'shown' : ''}>
			<div>
				<p translate="no" className="min-w-0 flex-1 truncate font-semibold">
					{name}
				</p>
				{/* once, where they are seen: keys and screen readers find them in the head */}
				{shown && <div className="flex shrink-0 gap-2">{children}</div>}
			</div>
		</div>
	);
}
