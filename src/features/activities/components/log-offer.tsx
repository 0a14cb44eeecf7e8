'use client';
'use no memo';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type Reach, reachOf } from '../reach';
import type { Offer } from './log-offer-bar';
import { LogOfferBarLazy } from './log-offer-lazy';

type LogOfferProps = {
	/** Whose page this is; where it is nobody's, only links beside a contact or a company count. */
	page?: { of: { companyId: string } | { contactId: string }; name: string };
};

/** Offers to log the call or the message that was begun from this page, once the user is back on it. */
export function LogOffer({ page }: LogOfferProps) {
	const [offer, setOffer] = useState<Offer | null>(null);
	/** What was begun from here, and whether the user has left the page for it. */
	const begun = useRef<{ reach: Reach; isAway: boolean } | null>(null);

	const notice = useEffectEvent((event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const reach = link && reachOf(link, page);
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

	return (
		<div
			role="status"
			className="fixed bottom-4 left-1/2 z-40 w-max max-w-[calc(100%-2rem)] -translate-x-1/2 print:hidden"
		>
			{offer && <LogOfferBarLazy offer={offer} onDone={() => setOffer(null)} />}
		</div>
	);
}
