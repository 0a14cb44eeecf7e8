'use client';

import type { Route } from 'next';
import { Fragment, type ReactNode, useState } from 'react';
import { MomentFieldLazy } from '@/components/form/date/moment-field-lazy';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { orderKey, type ShownFollowUp } from '../due-days';
import { AddFollowUp, type OwnLink } from './add-follow-up';
import { FollowUpLine } from './follow-up-line';
import { LinkPickerLazy } from './link-picker-lazy';
import { TitleOfferLazy } from './title-offer-lazy';
import { useFollowUpLines } from './use-follow-up-lines';

/** What is planned, among the follow-ups of its day (YYYY-MM-DD) by its time. */
export type PlannedItem = { id: string; day: string; time: string; line: ReactNode };

type NextListProps = {
	own: OwnLink | undefined;
	/** The link to the page's own record, which lines don't repeat: companyId, contactId or dealId. */
	ownLink: string;
	/** The first open follow-ups. */
	open: ShownFollowUp[];
	/** How many are open. */
	count: number;
	planned: PlannedItem[];
	/** What is being planned at this moment, as lines. */
	coming: ReactNode;
	/** Whether only the first lines are shown until all are asked for. */
	isFolded: boolean;
	/** Where more are read, unless as many as can be are here. */
	morePath: Route | undefined;
	days: { tomorrow: string; nextWeek: string };
	locale: string;
};

const addFields = { About: LinkPickerLazy, Due: MomentFieldLazy, Offer: TitleOfferLazy };

/** So many lines are shown at first. */
const firstLines = 5;

/** The open follow-ups and what is planned, by their days, with a line that adds a follow-up. */
export function NextList(props: NextListProps) {
	const { own, ownLink, open, count, planned, coming, isFolded, morePath, days, locale } = props;
	const { list, lines, lineProps, isKept, added } = useFollowUpLines(open);
	const [wantsAll, setWantsAll] = useState(false);
	const showsAll = wantsAll || !isFolded;
	const [adds, setAdds] = useState(false);

	const items = [
		...lines.map((followUp) => ({
			// what is open in a line stays when its day changes
			id: followUp.id,
			order: orderKey(followUp),
			isKept: isKept(followUp.id),
			line: <FollowUpLine {...{ days, locale }} {...lineProps(followUp)} own={ownLink} />,
		})),
		...planned.map(({ id, day, time, line }) => ({
			id,
			order: orderKey({ dueOn: day, dueTime: time, id }),
			isKept: false,
			line,
		})),
	].sort((one, other) => (one.order < other.order ? -1 : 1));
	const shown = items.filter((item, index) => showsAll || index < firstLines || item.isKept);
	const total = count + planned.length;
	const unread = count - open.length;

	return (
		<>
			<header>
				<h2>Next {total > 0 && <span>{total.toLocaleString('en')}</span>}</h2>
				<Button variant="ghost" size="sm" onClick={() => added.titleInput.current?.focus()}>
					<PlusIcon /> Follow-up
				</Button>
			</header>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: hears what happens in the fields within. */}
			<div data-add data-open={adds || undefined} onFocus={() => setAdds(true)} onKeyDown={onKeyDown}>
				<AddFollowUp own={own} {...added} fields={addFields} />
			</div>
			<div ref={list} tabIndex={-1} className="outline-none">
				{items.length === 0 && <p className="px-4 pb-3 text-muted-foreground">No follow-ups yet.</p>}
				<ul>
					{shown.map(({ id, line }) => (
						<Fragment key={id}>{line}</Fragment>
					))}
					{coming}
				</ul>
				{(shown.length < items.length || unread > 0) && (
					<div className="border-t px-2 py-1">{unread > 0 ? more() : reveal()}</div>
				)}
			</div>
		</>
	);

	/** What is typed into it stays; it is folded while it is empty. */
	function onKeyDown(event: React.KeyboardEvent<HTMLElement>) {
		if (event.key !== 'Escape' || event.defaultPrevented || added.titleInput.current?.value) return;
		event.preventDefault();
		setAdds(false);
		list.current?.focus({ preventScroll: true });
	}

	function reveal() {
		return (
			<Button variant="ghost" size="sm" onClick={() => setWantsAll(true)}>
				<span>
					Show all <span>{items.length.toLocaleString('en')}</span>
				</span>
			</Button>
		);
	}

	function more() {
		if (!morePath)
			return (
				<p className="px-2 py-1 text-muted-foreground">
					<span>{unread.toLocaleString('en')}</span> more appear as you complete these.
				</p>
			);
		return (
			<Button asChild variant="ghost" size="sm">
				<Link href={morePath} scroll={false}>
					<span>
						{isFolded ? 'Show all' : 'Show more of'} <span>{total.toLocaleString('en')}</span>
					</span>
				</Link>
			</Button>
		);
	}
}
