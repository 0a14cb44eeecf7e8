'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
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
import { type Reach, reachOf } from '../reach';

type LogOfferProps = {
	/** Whose page this is. */
	of: { companyId: string } | { contactId: string };
	name: string;
};

/** The key that logs, while nobody is typing. */
const logKey = 'l';

/**
 * Offers to log the call or the message that was begun from this page, once the user is back on it: by one key or one click. The
 * focus stays where it is.
 */
export function LogOffer({ of, name }: LogOfferProps) {
	const [offer, setOffer] = useState<(Reach & { id: string }) | null>(null);
	const [pending, setPending] = useState(false);
	/** What was begun from here, and whether the user has left the page for it. */
	const begun = useRef<{ reach: Reach; isAway: boolean } | null>(null);
	const singleKeys = useShortcuts();
	const undoToast = useUndoToast();

	const notice = useEffectEvent((event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const reach = link && reachOf(link, { of, name });
		if (reach) begun.current = { reach, isAway: false };
	});
	const leave = useEffectEvent(() => {
		if (begun.current) begun.current.isAway = true;
	});
	const comeBack = useEffectEvent(() => {
		if (!begun.current?.isAway || document.hidden) return;
		setOffer({ ...begun.current.reach, id: uuidv7() });
		begun.current = null;
	});

	useEffect(() => {
		const onClick = (event: MouseEvent) => notice(event);
		const onVisibility = () => (document.hidden ? leave() : comeBack());
		const onBlur = () => leave();
		const onFocus = () => comeBack();
		document.addEventListener('click', onClick);
		document.addEventListener('visibilitychange', onVisibility);
		window.addEventListener('blur', onBlur);
		window.addEventListener('focus', onFocus);
		return () => {
			document.removeEventListener('click', onClick);
			document.removeEventListener('visibilitychange', onVisibility);
			window.removeEventListener('blur', onBlur);
			window.removeEventListener('focus', onFocus);
		};
	}, []);

	const log = useEffectEvent(async () => {
		if (!offer || pending) return;
		setPending(true);
		const { id, type, subject, of: links } = offer;
		// sent twice under one id, it is logged once
		const result = await createActivity({ id, type, subject, ...links }).catch((error) => failureOf(error));
		setPending(false);
		if (!result.ok) return sayFailure(result);
		setOffer(null);
		undoToast(message`Logged ${subject}`, result.changeSet);
	});

	useEffect(() => {
		if (!offer) return;
		function onKeyDown(event: KeyboardEvent) {
			if (event.key !== logKey || event.repeat || !isShortcut(event)) return;
			event.preventDefault();
			// the composer, which takes the same key, stays as it is
			event.stopPropagation();
			void log();
		}
		document.addEventListener('keydown', onKeyDown, true);
		return () => document.removeEventListener('keydown', onKeyDown, true);
	}, [offer]);

	return (
		<div
			role="status"
			className="fixed bottom-4 left-1/2 z-40 w-max max-w-[calc(100%-2rem)] -translate-x-1/2 print:hidden"
		>
			{offer && (
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
					<Button size="icon-sm" variant="ghost" onClick={() => setOffer(null)}>
						<XIcon />
						<span className="sr-only">{`Don’t log this ${offer.noun}`}</span>
					</Button>
				</div>
			)}
		</div>
	);
}
