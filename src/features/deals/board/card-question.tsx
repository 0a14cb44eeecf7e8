'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FormFailure } from '@/components/form/form';
import type { Property } from '@/components/form/in-place/property';
import { sayFailure } from '@/components/form/say-failure';
import { AwaitField } from '@/components/ui/await-field';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { WinDeal } from '../form/win-deal';
import { MoveCloseDate } from '../signals/move-close-date';

/** What is asked about the deal of a card: another close date or, while it is being won, what for and when. */
export type AskedOfCard = { id: string; name: string } & (
	| { about: 'closeDate' }
	/** The change by which it is won, once that is saved; null if it was not. */
	| { about: 'win'; moved: Promise<string | null> }
);

type CardQuestionProps = {
	asked: AskedOfCard;
	/** Where the card is, or what stands for it. */
	place: () => HTMLElement | null;
	onClose: (byKey: boolean) => void;
};

/** Asks about the deal of a card, beside the card, with what the deal has now. */
export function CardQuestion({ asked, place, onClose }: CardQuestionProps) {
	const { id, name, about } = asked;
	const anchor = useRef<HTMLElement | null>(null);
	const [value, setValue] = useState<string | null>(null);
	const show = useEffectEvent((property: Property | null) => {
		if (!property) return fail(gone);
		// by now the card lies where it was moved to
		anchor.current = place();
		setValue(property.value);
	});
	const fail = useEffectEvent((failure: FormFailure) => {
		sayFailure(failure);
		onClose(true);
	});
	useEffect(() => {
		const ended = new AbortController();
		const field = about === 'win' ? 'value' : 'expectedCloseOn';
		readJson<Property | null>(`/api/deals/field?${new URLSearchParams({ id, field })}`, ended.signal).then(
			(property) => show(property),
			(error) => {
				if (!ended.signal.aborted) fail(whyNoAnswer(error) === 'signedOut' ? signedOut : unread);
			},
		);
		return () => ended.abort();
	}, [id, about]);

	if (value === null) return <AwaitField />;
	const shared = { deal: { id, name }, open: true, anchor, onClose };
	if (asked.about === 'win') return <WinDeal {...shared} value={value} moved={asked.moved} />;
	return <MoveCloseDate {...shared} day={value} />;
}

const gone: FormFailure = { ok: false, message: 'This deal is closed or no longer exists. Reload the page to see.' };
const unread: FormFailure = { ok: false, message: 'Couldn’t load the deal. Check your connection and try again.' };
const signedOut: FormFailure = {
	...{ ok: false, signedOut: true },
	message: 'You’ve been signed out. Sign in in a new tab, then try again.',
};
