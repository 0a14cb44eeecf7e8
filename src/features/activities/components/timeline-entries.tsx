'use client';

import { useState, useTransition } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { useOnReturn } from '@/components/form/use-on-return';
import { FormattedText } from '@/components/text/formatted-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { activityPath, companyPath, contactPath, dealPath } from '@/domain/paths';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { counted } from '@/lib/text/counted';
import type { TimelineOwner } from '../server/activity-queries';
import type { ShownEntry, ShownText } from '../timeline';
import { TypeIcon } from './type-icon';

type Own = 'company' | 'contact' | 'deal';

type TimelineEntriesProps = {
	of: TimelineOwner;
	/** The kind of record whose timeline it is; entries don't repeat its name. */
	own: Own;
	initial: ShownEntry[];
	/** Whether older entries may follow. */
	more: boolean;
};

/** The entries of a timeline in groups; older ones are added below, and what is on the screen stays where it is. */
export function TimelineEntries({ of, own, initial, more }: TimelineEntriesProps) {
	const [older, setOlder] = useState<ShownEntry[]>([]);
	// whether nothing came when older ones were asked for
	const [ended, setEnded] = useState(false);
	const [first, setFirst] = useState(initial);
	const [failed, setFailed] = useState<NoAnswer | null>(null);
	const [pending, startLoading] = useTransition();
	if (first !== initial) {
		// what newer entries have pushed out of the first ones stands among the older ones now
		if (older.length > 0) setOlder(distinct([...first, ...older]));
		else setEnded(false);
		setFirst(initial);
	}
	const known = new Set(initial.map(({ id }) => id));
	const oldest = initial.at(-1)?.at ?? 0;
	// what was logged, moved or deleted since the page was made stands among the first entries
	const entries = [...initial, ...older.filter(({ id, at }) => !known.has(id) && at <= oldest)];

	function load() {
		const last = entries.at(-1);
		if (!last) return;
		startLoading(async () => {
			try {
				const whose = Object.entries(of).filter(([, id]) => id) as [string, string][];
				const asked = new URLSearchParams([...whose, ['at', String(last.at)], ['id', last.id]]);
				const next = await readJson<ShownEntry[]>(`/api/timeline?${asked}`);
				setOlder((before) => distinct([...before, ...next]));
				setEnded(next.length === 0);
				setFailed(null);
			} catch (error) {
				setFailed(whyNoAnswer(error));
			}
		});
	}

	useOnReturn(failed !== null, () => pending || load());

	if (entries.length === 0)
		return (
			<p className="rounded-lg border border-dashed bg-card px-4 py-8 text-center text-muted-foreground">
				Nothing has been logged yet.
			</p>
		);
	return (
		<div className="flex flex-col gap-5">
			{groupsOf(entries).map(({ group, entries: some }) => (
				<section key={group} aria-label={group}>
					<h3 className="mb-2 font-semibold text-muted-foreground text-xs uppercase tracking-wide">{group}</h3>
					<ol className="rounded-lg border bg-card">
						{some.map((entry) => (
							<Entry key={entry.id} entry={entry} own={own} ownId={of.contactId} />
						))}
					</ol>
				</section>
			))}
			{failed && (
				<p role="alert">{failed === 'signedOut' ? <SignedOut /> : 'Couldn’t load older entries. Try again.'}</p>
			)}
			{!ended && (more || older.length > 0) && (
				<Button
					variant="outline"
					className="self-center"
					aria-disabled={pending || undefined}
					onClick={() => pending || load()}
				>
					{pending ? 'Loading…' : 'Show older entries'}
				</Button>
			)}
		</div>
	);
}

/** Each entry once. */
function distinct(entries: ShownEntry[]): ShownEntry[] {
	return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function groupsOf(entries: ShownEntry[]): { group: string; entries: ShownEntry[] }[] {
	const groups: { group: string; entries: ShownEntry[] }[] = [];
	for (const entry of entries) {
		const last = groups.at(-1);
		if (last?.group === entry.group) last.entries.push(entry);
		else groups.push({ group: entry.group, entries: [entry] });
	}
	return groups;
}

function Entry({ entry, own, ownId }: { entry: ShownEntry; own: Own; ownId: string | undefined }) {
	const { id, type, title, when, minutes, outcome, description, nextSteps, company, people, deal } = entry;
	return (
		<li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b px-4 py-2.5 last:border-0">
			<span className="flex h-5 items-center">
				<TypeIcon type={type} />
			</span>
			<div className="flex min-w-0 flex-col gap-1">
				<div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
					{type === 'stage' ? (
						<span className="wrap-anywhere">{title}</span>
					) : (
						<Link href={activityPath(id)} translate="no" className="text-link font-medium">
							{title}
						</Link>
					)}
					{outcome && (
						<Badge translate="no" className="wrap-anywhere whitespace-normal">
							{outcome}
						</Badge>
					)}
					<span className="ml-auto text-muted-foreground text-xs tabular-nums max-sm:ml-0 max-sm:w-full">
						<span>{when}</span>
						<span>{minutes ? ` · ${counted(minutes, 'minute', 'minutes')}` : ''}</span>
					</span>
				</div>
				{description && <Folded {...description} id={id} />}
				{nextSteps && (
					<div className="flex gap-1">
						<span className="text-muted-foreground">Next: </span>
						<FormattedText blocks={nextSteps.blocks} of={{ text: 'activity.nextSteps', id }} headings={4} />
					</div>
				)}
				<p className="flex flex-wrap gap-x-4 text-muted-foreground text-xs">
					{own !== 'company' && <Mention href={companyPath(company.id)}>{company.name}</Mention>}
					{people
						.filter(({ id }) => id !== ownId)
						.map(({ id, name }) => (
							<Mention key={id} href={contactPath(id)}>
								{name}
							</Mention>
						))}
					{deal && own !== 'deal' && <Mention href={dealPath(deal.id)}>{deal.name}</Mention>}
				</p>
			</div>
		</li>
	);
}

function Mention({ href, children }: { href: React.ComponentProps<typeof Link>['href']; children: string }) {
	return (
		<Link href={href} translate="no" className="text-link">
			{children}
		</Link>
	);
}

/** A long text, folded after some lines until it is asked for. */
function Folded({ blocks, isLong, id }: ShownText & { id: string }) {
	const [open, setOpen] = useState(false);
	return (
		<div>
			<div className={isLong && !open ? 'line-clamp-3' : undefined}>
				<FormattedText blocks={blocks} of={{ text: 'activity.description', id }} headings={4} />
			</div>
			{isLong && (
				<button type="button" className="text-muted-foreground text-xs underline" onClick={() => setOpen(!open)}>
					{open ? 'Show less' : 'Show all'}
				</button>
			)}
		</div>
	);
}
