'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { readJson } from '@/lib/browser/read-json';
import type { ShownNameCard } from '../name-card';
import { type NamedLink, watchNames } from '../watch-names';
import { NameCard } from './name-card';

/**
 * Shows who or what a name is while a mouse rests on its link, or the link has the focus by keys. Stands once, around all pages:
 * a list of a hundred names has nothing of it. `mark` is another one as soon as the account's data is.
 */
export function NameCards({ mark }: { mark: string }) {
	const id = useId();
	const pathname = usePathname();
	const [link, setLink] = useState<NamedLink | null>(null);
	const [card, setCard] = useState<{ of: NamedLink; shown: ShownNameCard } | null>(null);
	/** What was read on the page that is open, which need not be asked for again there. */
	const known = useRef({ page: '', cards: new Map<string, ShownNameCard | null>() });
	const page = `${pathname} ${mark}`;

	useEffect(() => watchNames(setLink), []);

	useEffect(() => {
		if (known.current.page !== page) known.current = { page, cards: new Map() };
		if (!link) return;
		const { cards } = known.current;
		const { kind, recordId } = link;
		const show = (shown: ShownNameCard | null) => shown && setCard({ of: link, shown });
		const present = cards.get(recordId);
		if (present !== undefined) return void show(present);
		const ended = new AbortController();
		readJson<ShownNameCard | null>(`/api/name-card?kind=${kind}&id=${recordId}`, ended.signal).then(
			(shown) => {
				cards.set(recordId, shown);
				show(shown);
			},
			// the name itself leads to all of it
			() => {},
		);
		return () => ended.abort();
	}, [link, page]);

	// the page that it was on may have been left by keys meanwhile
	const isShown = link !== null && link.path === pathname && card?.of === link;
	useEffect(() => {
		if (!isShown) return;
		const { element } = link;
		const before = element.getAttribute('aria-describedby');
		element.setAttribute('aria-describedby', before ? `${before} ${id}` : id);
		return () => {
			if (before) element.setAttribute('aria-describedby', before);
			else element.removeAttribute('aria-describedby');
		};
	}, [isShown, link, id]);

	// in the landmark of the page that the name is on
	const main = isShown && document.getElementById('main');
	return (
		main &&
		createPortal(
			<NameCard key={link.recordId} id={id} anchor={link.element} card={card.shown} kind={link.kind} />,
			main,
		)
	);
}
