'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { wantedAt } from '@/domain/creating';
import { fetchPageScripts } from '@/lib/browser/fetch-page-scripts';
import { noteStart } from '@/lib/browser/has-started';
import { wantCreate } from './create-wanted';
import { answerEarly, askEarly } from './early-answer';
import { markLink } from './page-on-its-way';
import { nextQuestion } from './router-questions';

/** Follows the links of the app without loading it again, all of them by one listener, and has their scripts at hand. */
export function FollowLinks() {
	const router = useRouter();
	useEffect(() => {
		function onClick(event: MouseEvent) {
			const link = linkToFollow(event);
			if (!link) return;
			event.preventDefault();
			const path = (link.pathname + link.search + link.hash) as Route;
			// what creates something does so over the page that is open
			const wanted = link.dataset.fullPage === undefined && !link.hash && wantedAt(path);
			if (wanted && wantCreate(wanted)) return;
			markLink(link);
			const scroll = link.dataset.keepsPlace === undefined;
			if (link.dataset.replaces === undefined) router.push(path, { scroll });
			else router.replace(path, { scroll });
		}
		// of the document, after React's own: what a component does with a click comes first
		document.addEventListener('click', onClick);
		return () => document.removeEventListener('click', onClick);
	}, [router]);
	useEffect(noteStart, []);
	useEffect(fetchPageScripts, []);
	useEffect(() => {
		const answerUsually = answerEarly();
		document.addEventListener('pointerdown', onPress);
		return () => {
			document.removeEventListener('pointerdown', onPress);
			answerUsually();
		};
	}, []);
	return null;
}

/** Asks for the page of a link while the button is still down. A finger may be about to scroll, and a card to be dragged. */
function onPress(event: PointerEvent) {
	const link = event.pointerType === 'touch' ? null : linkToFollow(event);
	if (
		!link ||
		link.closest('[data-card]') ||
		(link.dataset.fullPage === undefined && wantedAt(link.pathname + link.search))
	)
		return;
	const url = new URL(link.href);
	url.hash = '';
	const question = nextQuestion();
	if (question) void askEarly(link, url, question);
}

/** The link of the app that a click follows, where nothing else has answered it; null where the browser is to follow it. */
export function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
	const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
	return link && !event.defaultPrevented && isPlain(event) && isOfTheApp(link) ? link : null;
}

/** Whether a click asks for nothing but the page, such as another tab. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
	return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** Whether a link leads to a page of the app, and not to a file, another site or a place on the page that is open. */
function isOfTheApp(link: HTMLAnchorElement): boolean {
	if (link.origin !== location.origin || link.hasAttribute('download') || (link.target && link.target !== '_self'))
		return false;
	const isHere = link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
	return !isHere && !link.pathname.startsWith('/api/');
}
