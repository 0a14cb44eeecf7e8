'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { failureOf } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { XIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { newActivityOfTypePath } from '@/domain/paths';
import { isShortcut } from '@/lib/browser/keyboard';
import { createActivity } from '../actions';
import type { Reach } from '../reach';

/** What is offered to be logged, under the id that it will have. */
export type Offer = Reach & { id: string };

/** The key that logs, while nobody is typing. */
const logKey = 'l';

/** Logs what is offered by one key or one click. The focus stays where it is. */
export function LogOfferBar({ offer, onDone }: { offer: Offer; onDone: () => void }) {
	const [pending, setPending] = useState(false);
	const singleKeys = useShortcuts();
	const undoToast = useUndoToast();

	const log = useEffectEvent(async () => {
		if (pending) return;
		setPending(true);
		const { id, type, subject, of: links } = offer;
		// sent twice under one id, it is logged once
		const result = await createActivity({ id, type, subject, ...links }).catch((error) => failureOf(error));
		setPending(false);
		if (!result.ok) return sayFailure(result);
		onDone();
		undoToast(message`Logged ${subject}`, result.changeSet);
	});

	useEffect(() => {
		function onKeyDown(event: KeyboardEvent) {
			if (event.key !== logKey || event.repeat || !isShortcut(event)) return;
			event.preventDefault();
			// the composer, which takes the same key, stays as it is
			event.stopPropagation();
			void log();
		}
		document.addEventListener('keydown', onKeyDown, true);
		return () => document.removeEventListener('keydown', onKeyDown, true);
	}, []);

	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border bg-popover py-2 pr-2 pl-4 text-popover-foreground shadow-lg">
			<p className="wrap-anywhere min-w-0">
				<span>{offer.question}</span> <span translate="no">{offer.name}</span>?
			</p>
			<Button size="sm" onClick={() => void log()} aria-keyshortcuts={singleKeys ? logKey : undefined}>
				<span>{pending ? 'Logging…' : `Log ${offer.noun}`}</span>
				<Kbd aria-hidden className="in-data-[shortcuts=off]:hidden pointer-coarse:hidden">
					{logKey}
				</Kbd>
			</Button>
			<Button asChild size="sm" variant="ghost">
				<Link href={newActivityOfTypePath(offer.type, offer.of)}>Add notes</Link>
			</Button>
			<Button size="icon-sm" variant="ghost" onClick={onDone}>
				<XIcon />
				<span className="sr-only">{`Don’t log this ${offer.noun}`}</span>
			</Button>
		</div>
	);
}
