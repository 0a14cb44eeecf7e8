'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { wantedAt } from '@/domain/creating';
import { fetchPageScripts } from '@/lib/browser/fetch-page-scripts';
import { wantCreate } from './create-wanted';
import { answerEarly, askEarly } from './early-answer';
import { linkToFollow } from './link-to-follow';
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
