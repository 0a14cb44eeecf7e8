'use client';

import { type RefObject, useEffect, useState } from 'react';
import { useDateSettings } from '@/components/form/date/date-settings';
import { Button } from '@/components/ui/button';
import { CalendarPlusIcon } from '@/components/ui/icons';
import { daysLater, localTime } from '@/lib/dates/dates';
import { sayMomentShortly } from '@/lib/dates/dates-moment';
import { sayDayOfMonth } from '@/lib/dates/dates-style';
import { withTime } from '@/lib/dates/dates-time';
import { momentInTitle } from '../title-dates';

export type TitleOfferProps = {
	title: RefObject<HTMLInputElement | null>;
	/** Takes the day and perhaps time: YYYY-MM-DD or YYYY-MM-DDTHH:mm. */
	onUse: (moment: string) => void;
};

/**
 * Offers the date in a title that is typed: "call chị Lan tomorrow". Only the button takes it, which is the
 * next by Tab, or by Alt+D in the title; its words then leave the title.
 */
export function TitleOffer({ title, onUse }: TitleOfferProps) {
	'use no memo';
	const { style, timeZone } = useDateSettings();
	const [text, setText] = useState('');
	const now = localTime(new Date(), timeZone);
	const found = momentInTitle(text, style, now);

	function use() {
		if (!title.current || !found) return;
		title.current.value = found.rest;
		title.current.dispatchEvent(new Event('input', { bubbles: true }));
		title.current.focus();
		onUse(found.moment);
	}

	useEffect(() => {
		const element = title.current;
		if (!element) return;
		const read = () => setText(element.value);
		const onKeyDown = (event: KeyboardEvent) => {
			if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyD') return;
			event.preventDefault();
			use();
		};
		// what was typed before this code had come
		read();
		element.addEventListener('input', read);
		element.addEventListener('keydown', onKeyDown);
		return () => {
			element.removeEventListener('input', read);
			element.removeEventListener('keydown', onKeyDown);
		};
	});

	return (
		<div aria-live="polite" className="contents">
			{found && (
				<Button variant="outline" size="sm" className="mt-1.5" title="Alt+D" onClick={use}>
					<CalendarPlusIcon /> Due {sayOffer(found.moment)}? Use it
				</Button>
			)}
		</div>
	);

	function sayOffer(moment: string): string {
		const [day = '', time] = moment.split('T');
		const near = [0, 1].findIndex((days) => daysLater(now.slice(0, 10), days) === day);
		if (near < 0) return sayMomentShortly(moment, style);
		return withTime(`${near === 0 ? 'Today' : 'Tomorrow'}, ${sayDayOfMonth(day, style)}`, time ?? null, style);
	}
}
