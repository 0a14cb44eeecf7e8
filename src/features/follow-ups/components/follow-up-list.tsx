'use client';

import type { Route } from 'next';
import { DateField } from '@/components/form/date/date-field';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { ShownFollowUp } from '../due-days';
import type { FollowUpGroup, FollowUpsOf } from '../server/follow-up-queries';
import { AddFollowUp, type OwnLink } from './add-follow-up';
import { FollowUpLine } from './follow-up-line';
import { LinkPicker } from './link-picker';
import { useFollowUpLines } from './use-follow-up-lines';

const groups = [
	{ group: 'overdue', label: 'Overdue', tone: 'text-destructive-ink' },
	{ group: 'today', label: 'Today', tone: 'text-success-ink' },
	{ group: 'upcoming', label: 'Upcoming', tone: 'text-muted-foreground' },
] as const;

const addFields = { About: LinkPicker, Due: DateField };

type FollowUpListProps = {
	of?: FollowUpsOf;
	/** What a new one is about, on a record's page. */
	own?: OwnLink | undefined;
	/** The first open ones of each group. */
	open: ShownFollowUp[];
	/** How many open ones each group has. */
	counts: Record<FollowUpGroup, number>;
	/** Where more are shown, and how many of each group, unless as many as can be are here. */
	more?: { path: Route; upTo: number };
	/** Whether the number of each group leads there. */
	linked?: true | undefined;
	/** The days of the usual snoozes, in words. */
	days: { tomorrow: string; nextWeek: string };
	locale: string;
};

/** The open follow-ups, and for as long as the page is open those that were ticked off on it. */
export function FollowUpList({ of, own, open, counts, more, linked, days, locale }: FollowUpListProps) {
	'use no memo';
	const { list, lines, lineProps, added } = useFollowUpLines(open);
	return (
		<div ref={list} tabIndex={-1} className="outline-none">
			{lines.length === 0 && (
				<p className="px-4 pb-1 text-muted-foreground">
					{/* what comes later may be counted without being shown */}
					{counts.upcoming > 0 ? 'Nothing due today.' : 'Nothing promised.'}
				</p>
			)}
			{groups.map(({ group, label, tone }) => {
				const those = lines.filter((line) => line.group === group);
				const unread = counts[group] - open.filter((line) => line.group === group).length;
				if (those.length === 0 && unread === 0) return null;
				return (
					<div key={group}>
						<h3 className={`px-4 pt-1.5 pb-1 font-semibold text-xs ${tone}`}>
							<span>{label}</span>{' '}
							{counts[group] > 0 && <GroupCount count={counts[group]} href={linked && more?.path} />}
						</h3>
						<ul>
							{those.map((followUp) => (
								<FollowUpLine
									key={followUp.id}
									{...{ days, locale }}
									{...lineProps(followUp)}
									own={of ? (Object.keys(of)[0] ?? '') : ''}
								/>
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
			<AddFollowUp own={own} {...added} fields={addFields} />
		</div>
	);
}

function GroupCount({ count, href }: { count: number; href: Route | undefined }) {
	const text = count.toLocaleString('en');
	if (!href) return <span className="tabular-nums">{text}</span>;
	return (
		<Link href={href} className="tabular-nums underline">
			{text}
		</Link>
	);
}
