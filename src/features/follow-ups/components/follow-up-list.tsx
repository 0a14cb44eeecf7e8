'use client';

import type { Route } from 'next';
import { MomentField } from '@/components/form/date/moment-field';
import { SelectionFrame } from '@/components/list/selection';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { isShortcut } from '@/lib/browser/keyboard';
import type { ShownFollowUp } from '../due-days';
import type { FollowUpGroup } from '../server/follow-up-queries';
import { AddFollowUp } from './add-follow-up';
import { FollowUpBulkLazy } from './follow-up-bulk-lazy';
import { FollowUpLine } from './follow-up-line';
import { LinkPicker } from './link-picker';
import { TitleOfferLazy } from './title-offer-lazy';
import { useFollowUpLines } from './use-follow-up-lines';

const groups = [
	{ group: 'overdue', label: 'Overdue', tone: 'text-destructive-ink' },
	{ group: 'today', label: 'Today', tone: 'text-success-ink' },
	{ group: 'upcoming', label: 'Upcoming', tone: 'text-muted-foreground' },
] as const;

const addFields = { About: LinkPicker, Due: MomentField, Offer: TitleOfferLazy };

type FollowUpListProps = {
	/** The first open ones of each group. */
	open: ShownFollowUp[];
	/** How many open ones each group has. */
	counts: Record<FollowUpGroup, number>;
	/** Where more are shown, and how many of each group, unless as many as can be are here. */
	more?: { path: Route; upTo: number };
	/** The days of the usual snoozes, in words. */
	days: { tomorrow: string; nextWeek: string };
	locale: string;
};

/** The open follow-ups, and for as long as the page is open those that were ticked off on it. */
export function FollowUpList({ open, counts, more, days, locale }: FollowUpListProps) {
	'use no memo';
	const { list, lines, lineProps, added } = useFollowUpLines(open);
	const content = (
		// biome-ignore lint/a11y/noStaticElementInteractions: a key of the line in which the focus is.
		<div ref={list} tabIndex={-1} className="outline-none" onKeyDown={selectByKey}>
			{lines.length === 0 && (
				<p className="px-4 pb-1 text-muted-foreground">No open follow-ups. Add one here, or by c and f on any page.</p>
			)}
			{groups.map(({ group, label, tone }) => {
				const those = lines.filter((line) => line.group === group);
				const unread = counts[group] - open.filter((line) => line.group === group).length;
				if (those.length === 0 && unread === 0) return null;
				return (
					<div key={group}>
						<h2 className={`px-4 pt-1.5 pb-1 font-semibold text-xs ${tone}`}>
							<span>{label}</span>{' '}
							{counts[group] > 0 && <span className="tabular-nums">{counts[group].toLocaleString('en')}</span>}
						</h2>
						<ul>
							{those.map((followUp) => (
								<FollowUpLine key={followUp.id} {...{ days, locale }} {...lineProps(followUp)} selectable own="" />
							))}
						</ul>
						{unread > 0 && more && (
							<Button asChild variant="ghost" size="sm" className="mx-2 mb-1">
								<Link href={more.path} scroll={false}>
									<span>
										Show <span>{Math.min(unread, more.upTo - those.length).toLocaleString('en')}</span> more
									</span>
								</Link>
							</Button>
						)}
						{unread > 0 && !more && (
							<p className="border-t px-4 py-2 text-muted-foreground">
								And <span>{unread.toLocaleString('en')}</span> more, which move up as these are done.
							</p>
						)}
					</div>
				);
			})}
			<AddFollowUp own={undefined} {...added} fields={addFields} />
		</div>
	);
	return (
		<SelectionFrame
			rows={open.map(({ id }) => id).join()}
			noun={['follow-up', 'follow-ups']}
			bulk={<FollowUpBulkLazy />}
		>
			{content}
		</SelectionFrame>
	);
}

/** `x` selects the line in which the focus is, as in every list. */
function selectByKey(event: React.KeyboardEvent<HTMLElement>) {
	if (event.key !== 'x' || !isShortcut(event.nativeEvent) || !(event.target instanceof Element)) return;
	const box = event.target.closest('li')?.querySelector<HTMLInputElement>('input[name=selected]');
	if (!box) return;
	event.preventDefault();
	box.click();
}
