'use client';

import type { Route } from 'next';
import { useEffect, useOptimistic, useRef, useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { completeFollowUp } from '../actions';
import type { ShownFollowUp } from '../due-days';
import type { FollowUpGroup, FollowUpsOf } from '../server/follow-up-queries';
import { AddFollowUp, type OwnLink } from './add-follow-up';
import { FollowUpLine } from './follow-up-line';

const groups = [
	{ group: 'overdue', label: 'Overdue', tone: 'text-destructive-ink' },
	{ group: 'today', label: 'Today', tone: 'text-success-ink' },
	{ group: 'upcoming', label: 'Upcoming', tone: 'text-muted-foreground' },
] as const;

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
	const undoToast = useUndoToast();
	const [ticked, setTicked] = useState<ShownFollowUp[]>([]);
	// one that is being edited stays where an earlier one, added elsewhere, pushes it out of the first
	const [edited, setEdited] = useState<ShownFollowUp[]>([]);
	const [sent, send] = useOptimistic({} as Record<string, boolean>, (all, [id, done]: [string, boolean]) => ({
		...all,
		[id]: done,
	}));
	const [, startSending] = useTransition();
	const [next, setNext] = useState<ShownFollowUp | null>(null);
	const list = useRef<HTMLDivElement>(null);
	const titleInput = useRef<HTMLInputElement>(null);
	const left = useRef(false);

	const openIds = new Set(open.map(({ id }) => id));
	const editedIds = new Set(edited.map(({ id }) => id));
	const kept = [...edited, ...ticked.filter(({ id }) => !editedIds.has(id))];
	const lines = [...open, ...kept.filter(({ id }) => !openIds.has(id))].sort(byDay);
	const isDone = (id: string) => sent[id] ?? (!openIds.has(id) && !editedIds.has(id));

	useEffect(() => {
		// where the line with the focus has left its place
		if (left.current && open && document.activeElement === document.body) list.current?.focus();
		left.current = false;
	}, [open]);

	function complete(followUp: ShownFollowUp, done: boolean) {
		const { id, title } = followUp;
		if (done) setTicked((before) => [...before.filter((other) => other.id !== id), followUp]);
		startSending(async () => {
			send([id, done]);
			const result = await completeFollowUp({ id, done }).catch(noAnswerFailure());
			if (!result.ok) sayFailure(result);
			else if (done) undoToast(message`Done: ${title}`, result.changeSet);
		});
	}

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
									{...{ followUp, days, locale }}
									own={of ? (Object.keys(of)[0] ?? '') : ''}
									done={isDone(followUp.id)}
									onTick={(done) => complete(followUp, done)}
									onEdit={(opens) => {
										const others = edited.filter(({ id }) => id !== followUp.id);
										setEdited(opens ? [...others, followUp] : others);
									}}
									onNext={() => {
										setNext(followUp.contactStays ? followUp : { ...followUp, contact: null });
										titleInput.current?.focus();
									}}
									onLeave={() => {
										left.current = true;
										// a line that is open here has not been ticked off, whatever was before
										setTicked((before) => before.filter(({ id }) => id !== followUp.id));
									}}
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
			<AddFollowUp own={own} next={next} onDrop={() => setNext(null)} titleInput={titleInput} />
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

/** As the server sorts them: by day, those without one last, then by id. */
function byDay(one: ShownFollowUp, other: ShownFollowUp): number {
	const keys = [one, other].map(({ dueOn, id }) => `${dueOn ?? '9999'} ${id}`);
	return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
}
